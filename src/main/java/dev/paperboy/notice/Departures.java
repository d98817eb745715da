package dev.paperboy.notice;

import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * How readers go: with a farewell, with a way back for a while, or forgotten. Each method is one
 * transaction and may be repeated without harm. Threads may share it.
 */
public final class Departures {

  /** More farewells than this on one day lead back by mail only: a page asks nobody to confirm. */
  private static final int MOST_FAREWELLS = 3;

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final Readership readership;
  private final Notices notices;
  private final Clock clock;

  Departures(Jdbi jdbi, Readership readership, Notices notices, Clock clock) {
    this.jdbi = jdbi;
    this.readership = readership;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * No mail any more, at once, but a farewell with the way back. Who has left already gets no other
   * one.
   */
  public Subscriber leave(Subscriber reader, String reason, Origin origin) {
    return jdbi.inTransaction(
        db -> {
          State was = reread(reader).standing().state();
          if (was == State.UNSUBSCRIBED || was == State.SUPPRESSED) {
            return reread(reader);
          }
          Subscriber gone = readership.registrar().unsubscribe(reader, reason);
          if (was != State.PENDING) {
            notices.queue(gone, new NoticeContent.Goodbye(), origin);
          }
          return gone;
        });
  }

  /**
   * Whether {@link #comeBack} would let this reader back; changes nothing. As long as the farewell
   * leads back, 30 days; never to an address that refused mail.
   */
  public boolean mayComeBack(Subscriber reader) {
    Instant now = clock.instant();
    return reader.standing().state() == State.UNSUBSCRIBED
        && now.isBefore(reader.standing().since().plus(NoticeLinks.TO_TURN_BACK))
        && notices.count(reader.address(), Kind.GOODBYE, "", now.minus(A_DAY)) <= MOST_FAREWELLS;
  }

  /**
   * Lets back whoever has just left, by a link of their own, and welcomes them.
   *
   * @return false if there is no way back, or none is needed; nothing was changed
   */
  public boolean comeBack(Subscriber reader, Origin origin) {
    return jdbi.inTransaction(
        db -> {
          if (!mayComeBack(reread(reader))) {
            return false;
          }
          Subscriber back = readership.registrar().resume(reader);
          notices.queue(back, NoticeContent.Welcome.of(back, readership), origin);
          return true;
        });
  }

  /**
   * Forgets everything about the reader: digests, deliveries, reports and links, and what was
   * answered to their address before it was on the list.
   */
  public void erase(Subscriber reader) {
    jdbi.useTransaction(
        db -> {
          notices.forget(reader.address());
          readership.registrar().erase(reader);
        });
  }

  private Subscriber reread(Subscriber reader) {
    return readership.subscribers().find(reader.id()).orElseThrow();
  }
}
