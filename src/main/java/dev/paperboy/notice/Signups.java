package dev.paperboy.notice;

import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.notice.NoticeContent.Confirm;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.OptInHistory.Earlier;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sign-ups, from the form or the mail that asks for one to the answer. Each sign-up that is asked
 * about is a question of its own: the notice holds what it confirms, so a later one replaces
 * nothing. Until one is confirmed, nothing that is stored about a known subscriber changes. Threads
 * may share it.
 */
final class Signups {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final Readership readership;
  private final Notices notices;
  private final OptIns optIns;
  private final Clock clock;

  Signups(Store store, Readership readership, Notices notices, OptIns optIns, Clock clock) {
    this.jdbi = store.jdbi();
    this.readership = readership;
    this.notices = notices;
    this.optIns = optIns;
    this.clock = clock;
  }

  /**
   * @param unread whether the interests that were written could not be read
   */
  Asked subscribe(EmailAddress address, String interests, boolean unread, Origin origin) {
    Parsed parsed = readership.parser().parse(interests);
    if (parsed.interests().isEmpty()) {
      return new Asked.Rejected(parsed.problems());
    }
    return jdbi.inTransaction(
        db -> {
          Duration wait = optIns.limit().take(address);
          if (!wait.isZero()) {
            return new Asked.TooMany(wait);
          }
          Optional<Subscriber> known = readership.subscribers().find(address);
          if (known.isPresent()) {
            answer(known.get(), new Wanted(interests, unread), origin);
          } else if (optIns.history().ask(address, Earlier.NOTHING)) {
            readership.registrar().subscribe(address, interests);
            Subscriber pending = readership.subscribers().find(address).orElseThrow();
            notices.queue(pending, new Confirm(unread, interests, false), origin);
          }
          return new Asked.Done();
        });
  }

  /**
   * Asks once more what the newest question asked, as often as a sign-up would.
   *
   * @return false if the subscriber was never asked
   */
  boolean askAgain(Subscriber reader, Origin origin) {
    Optional<Confirm> last =
        notices.questions(reader).stream()
            .filter(question -> !question.createdAt().isBefore(reader.standing().since()))
            .map(question -> (Confirm) question.content())
            .findFirst();
    last.ifPresent(
        confirm ->
            subscribe(reader.address(), confirm.interests(reader), confirm.unread(), origin));
    return last.isPresent();
  }

  /** What a question asks about. */
  private record Wanted(String interests, boolean unread) {}

  private void answer(Subscriber reader, Wanted wanted, Origin origin) {
    State state = reader.standing().state();
    switch (state) {
      case PENDING, UNSUBSCRIBED -> {
        if (optIns.history().ask(reader.address(), earlier(reader))) {
          boolean left = state == State.UNSUBSCRIBED;
          Confirm question = new Confirm(wanted.unread(), wanted.interests(), left);
          notices.queue(reader, question, origin);
        }
      }
      case ACTIVE, PAUSED -> {
        Instant dayAgo = clock.instant().minus(A_DAY);
        if (notices.count(reader.address(), Kind.INTERESTS, "", dayAgo) == 0) {
          notices.queue(reader, new NoticeContent.Document(reader.interests()), origin);
        }
      }
      case SUPPRESSED -> {}
    }
  }

  /**
   * What notices and state tell: questions of older versions, and that whoever was pending and left
   * without a welcome did not want to be asked, whatever they left by.
   */
  private Earlier earlier(Subscriber reader) {
    List<StoredNotice> asked = notices.questions(reader);
    if (asked.isEmpty()) {
      return Earlier.NOTHING;
    }
    Subscriber.Standing standing = reader.standing();
    long open = asked.stream().filter(q -> !q.createdAt().isBefore(standing.since())).count();
    boolean refused =
        standing.state() == State.UNSUBSCRIBED
            && asked.stream()
                .anyMatch(q -> q.content() instanceof Confirm confirm && !confirm.left())
            && notices.count(reader.address(), Kind.WELCOME, "", Instant.EPOCH) == 0;
    return new Earlier(
        Math.toIntExact(open), asked.get(0).createdAt(), refused ? standing.since() : null);
  }

  /**
   * The subscription begins, with what the question showed.
   *
   * @return false if it cannot begin any more; nothing was changed
   */
  boolean confirm(Subscriber reader, Confirm question) {
    boolean done = readership.registrar().confirm(reader, question.interests(reader));
    if (done) {
      optIns.history().confirmed(reader.address());
    }
    return done;
  }

  /** Whoever reads mail to this address does not want the subscription that was asked about. */
  void refuse(Subscriber reader, String reason) {
    jdbi.useTransaction(
        db -> {
          optIns.history().begin(reader.address(), earlier(reader));
          optIns.history().refuse(reader.address());
          if (reader.standing().state() == State.PENDING) {
            readership.registrar().unsubscribe(reader, reason);
          }
        });
  }

  /** Whether the subscriber has been asked lately and has not answered. */
  boolean isAsked(Subscriber reader) {
    Instant lately = clock.instant().minus(NoticeLinks.TO_TURN_BACK);
    return switch (reader.standing().state()) {
      case PENDING -> true;
      case UNSUBSCRIBED -> optIns.history().askedSince(reader.address(), lately);
      case ACTIVE, PAUSED, SUPPRESSED -> false;
    };
  }

  /** Writes down what must be remembered of a subscriber who is about to be erased. */
  void remember(Subscriber reader) {
    if (isAsked(reader)) {
      refuse(reader, "erased");
    } else {
      optIns.history().begin(reader.address(), earlier(reader));
    }
  }

  /** The subscriber came back by a link of their own. */
  void returned(Subscriber reader) {
    optIns.history().confirmed(reader.address());
  }

  int forgetUnconfirmed() {
    optIns.forgetOld();
    return readership.registrar().forgetUnconfirmed();
  }
}
