package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Makes the links of notices; the same for every attempt to send one. Threads may share it. */
record NoticeLinks(SenderSettings sender, Tokens tokens) {

  /** How long a confirmation can be given. */
  static final Duration TO_CONFIRM = Duration.ofHours(48);

  /** How long a change can be taken back, and how long a farewell leads back. */
  static final Duration TO_TURN_BACK = Duration.ofDays(30);

  URI interests(Subscriber reader) {
    return page("interests", tokens.of(reader, Purpose.INTERESTS));
  }

  URI unsubscribe(Subscriber reader) {
    return page("unsubscribe", tokens.of(reader, Purpose.UNSUBSCRIBE));
  }

  URI confirm(Subscriber reader, StoredNotice notice, Duration open) {
    Instant expires = notice.createdAt().plus(open);
    return page("confirm", tokens.of(reader, Purpose.CONFIRM, notice.id(), expires));
  }

  URI undo(Subscriber reader, StoredNotice notice) {
    Instant expires = notice.createdAt().plus(TO_TURN_BACK);
    return page("undo", tokens.of(reader, Purpose.UNDO, notice.id(), expires));
  }

  /** Where an answer to this notice says yes. */
  EmailAddress yes(Subscriber reader, StoredNotice notice) {
    Instant expires = notice.createdAt().plus(TO_CONFIRM);
    return sender
        .inbox()
        .tagged(Use.CONFIRM, tokens.of(reader, Purpose.CONFIRM_MAIL, notice.id(), expires));
  }

  /** Where an answer comes as this reader's. */
  EmailAddress answers(Subscriber reader) {
    return sender.inbox().tagged(Use.REPLY, tokens.of(reader, Purpose.REPLY));
  }

  private URI page(String name, String token) {
    return URI.create(sender.baseUrl() + "/" + name + "/" + token);
  }
}
