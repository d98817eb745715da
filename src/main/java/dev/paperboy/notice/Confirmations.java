package dev.paperboy.notice;

import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.subscriber.OptInHistory;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Grant;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what confirm tokens are good for; changes nothing. Threads may share it. */
record Confirmations(Readership readership, Notices notices, Tokens tokens, OptInHistory history) {

  Confirmation look(String token) {
    return grant(token).map(this::judge).orElseGet(Confirmation.Unknown::new);
  }

  /** What the token of a page, or of an address, was granted for. */
  Optional<Grant> grant(String token) {
    return tokens.grant(token, Purpose.CONFIRM).or(() -> tokens.grant(token, Purpose.CONFIRM_MAIL));
  }

  /** What it is good for now. */
  Confirmation judge(Grant grant) {
    Optional<Subscriber> reader = readership.subscribers().find(grant.subscriber());
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
    return judge(reader.get(), notice.get());
  }

  private Confirmation judge(Subscriber reader, StoredNotice notice) {
    State state = reader.standing().state();
    if (notice.content() instanceof NoticeContent.Confirm confirm) {
      boolean open =
          state == confirm.askedIn() && !history.refusedSince(reader.address(), notice.createdAt());
      return open
          ? Signup.of(confirm.interests(reader), readership.parser())
              .map(signup -> (Confirmation) open(reader, Matter.SUBSCRIPTION, signup, notice))
              .orElseGet(Confirmation.TooLate::new)
          : new Confirmation.TooLate();
    }
    if (notice.content() instanceof NoticeContent.Answer answer && answer.wish() != null) {
      return open(reader, Matter.WISH, null, notice);
    }
    if (notice.content() instanceof NoticeContent.Goodbye) {
      return state == State.UNSUBSCRIBED
          ? open(reader, Matter.RETURN, null, notice)
          : new Confirmation.TooLate();
    }
    return new Confirmation.Unknown();
  }

  private static Confirmation.Open open(
      Subscriber reader, Matter matter, @Nullable Signup signup, StoredNotice notice) {
    return new Confirmation.Open(reader, matter, signup, notice.id());
  }
}
