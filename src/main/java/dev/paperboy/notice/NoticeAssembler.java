package dev.paperboy.notice;

import dev.paperboy.subscriber.Subscriber;
import java.net.URI;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Joins what a stored notice says with the links of its reader. */
record NoticeAssembler(NoticeLinks links) {

  /**
   * @param reader null: nobody on the list
   */
  Notice notice(StoredNotice stored, @Nullable Subscriber reader) {
    if (stored.content() instanceof NoticeContent.Alert alert) {
      return new Notice.Alert(
          alert.what(), ZonedDateTime.parse(alert.since()), alert.done(), alert.advice());
    }
    if (stored.content() instanceof NoticeContent.Answer answer) {
      return new Notice.Answer(
          answer.topic(),
          answer.day(),
          answer.items(),
          answer.document(),
          reader == null ? null : link(stored, answer, reader));
    }
    if (reader == null) {
      throw new IllegalStateException("notice " + stored.id() + " is for a subscriber");
    }
    return notice(stored, stored.content(), reader);
  }

  private URI link(StoredNotice stored, NoticeContent.Answer answer, Subscriber reader) {
    if (answer.wish() != null) {
      return links.confirm(reader, stored, NoticeLinks.TO_CONFIRM);
    }
    return answer.topic().notUnderstood() ? links.unsubscribe(reader) : links.interests(reader);
  }

  private Notice notice(StoredNotice stored, NoticeContent content, Subscriber reader) {
    if (content instanceof NoticeContent.Confirm confirm) {
      return new Notice.Confirm(
          links.confirm(reader, stored, NoticeLinks.TO_CONFIRM),
          NoticeLinks.TO_CONFIRM,
          confirm.unread());
    }
    if (content instanceof NoticeContent.Welcome welcome) {
      return new Notice.Welcome(
          ZonedDateTime.parse(welcome.firstDigest()),
          welcome.interests(),
          links.interests(reader),
          links.unsubscribe(reader));
    }
    if (content instanceof NoticeContent.Document interests) {
      return new Notice.InterestsDocument(interests.document(), links.interests(reader));
    }
    if (content instanceof NoticeContent.Changes changes) {
      URI undo = changes.previous() == null ? null : links.undo(reader, stored);
      return new Notice.Changes(
          changes.difference(),
          changes.problems(),
          changes.repaired(),
          changes.lately(),
          undo,
          links.interests(reader));
    }
    return new Notice.Goodbye(links.confirm(reader, stored, NoticeLinks.TO_TURN_BACK));
  }
}
