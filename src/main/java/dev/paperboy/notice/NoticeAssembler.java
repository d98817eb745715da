package dev.paperboy.notice;

import dev.paperboy.interest.InterestsParser;
import dev.paperboy.subscriber.Subscriber;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins what a stored notice says with the links of its reader. */
record NoticeAssembler(NoticeLinks links, Notices notices, InterestsParser parser) {

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
          reader == null ? null : link(stored, reader));
    }
    if (reader == null) {
      throw new IllegalStateException("notice " + stored.id() + " is for a subscriber");
    }
    return notice(stored, stored.content(), reader);
  }

  private URI link(StoredNotice stored, Subscriber reader) {
    return question(stored)
        .map(question -> links.confirm(reader, question, NoticeLinks.TO_CONFIRM))
        .orElseGet(() -> isPuzzled(stored) ? links.unsubscribe(reader) : links.interests(reader));
  }

  /** Who was not understood may have wanted to leave. */
  private static boolean isPuzzled(StoredNotice stored) {
    return stored.content() instanceof NoticeContent.Answer answer
        && answer.topic().notUnderstood();
  }

  /** The notice whose question an answer to this one answers. */
  Optional<StoredNotice> question(StoredNotice stored) {
    if (stored.content() instanceof NoticeContent.Confirm) {
      return Optional.of(stored);
    }
    if (stored.content() instanceof NoticeContent.Answer answer) {
      return answer.wish() != null
          ? Optional.of(stored)
          : Optional.ofNullable(answer.question()).flatMap(notices::find);
    }
    return Optional.empty();
  }

  private Notice notice(StoredNotice stored, NoticeContent content, Subscriber reader) {
    if (content instanceof NoticeContent.Confirm confirm) {
      return new Notice.Confirm(
          links.confirm(reader, stored, NoticeLinks.TO_CONFIRM),
          NoticeLinks.TO_CONFIRM,
          Signup.of(confirm.interests(reader), parser).orElseThrow(),
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
