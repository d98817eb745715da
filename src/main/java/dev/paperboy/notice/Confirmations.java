package dev.paperboy.notice;

import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Grant;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.util.Optional;

/** Says what confirm tokens are good for; changes nothing. Threads may share it. */
record Confirmations(Subscribers subscribers, Notices notices, Tokens tokens) {

  Confirmation look(String token) {
    return grant(token).map(this::judge).orElseGet(Confirmation.Unknown::new);
  }

  /** What the token of a page, or of an address, was granted for. */
  Optional<Grant> grant(String token) {
    return tokens.grant(token, Purpose.CONFIRM).or(() -> tokens.grant(token, Purpose.CONFIRM_MAIL));
  }

  /** What it is good for now. */
  Confirmation judge(Grant grant) {
    Optional<Subscriber> reader = subscribers.find(grant.subscriber());
    Optional<StoredNotice> notice = notices.find(grant.notice());
    if (reader.isEmpty() || notice.isEmpty()) {
      return new Confirmation.Unknown();
    }
    Subscriber.Standing standing = reader.get().standing();
    if (grant.used()) {
      return standing.state() == State.ACTIVE || standing.state() == State.PAUSED
          ? new Confirmation.Before(reader.get())
          : new Confirmation.TooLate();
    }
    // A question from before the last change of state is not asked any more.
    if (grant.expired() || notice.get().createdAt().isBefore(standing.since())) {
      return standing.state() == State.ACTIVE
          ? new Confirmation.Before(reader.get())
          : new Confirmation.TooLate();
    }
    if (notice.get().content() instanceof NoticeContent.Answer answer) {
      return answer.wish() == null
          ? new Confirmation.Unknown()
          : new Confirmation.Open(reader.get(), Matter.WISH);
    }
    boolean returning = notice.get().content() instanceof NoticeContent.Goodbye;
    State asked = returning ? State.UNSUBSCRIBED : State.PENDING;
    return standing.state() == asked
        ? new Confirmation.Open(reader.get(), returning ? Matter.RETURN : Matter.SUBSCRIPTION)
        : new Confirmation.TooLate();
  }
}
