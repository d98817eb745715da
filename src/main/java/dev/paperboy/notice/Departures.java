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
  private final Signups signups;
  private final Clock clock;

  Departures(Jdbi jdbi, Readership readership, Notices notices, Signups signups, Clock clock) {
    this.jdbi = jdbi;
    this.readership = readership;
    this.notices = notices;
    this.signups = signups;
    this.clock = clock;
  }

  /**
   * No mail any more, at once, but a farewell with the way back. Who has left already gets no other
   * one; who was only asked whether to subscribe gets none, and is not asked again.
   */
  public Subscriber leave(Subscriber reader, String reason, Origin origin) {
    return jdbi.inTransaction(
        db -> {
          Subscriber now = reread(reader);
          State was = now.standing().state();
          if (signups.isAsked(now)) {
            signups.refuse(now, reason);
          } else if (was == State.ACTIVE || was == State.PAUSED) {
            Subscriber gone = readership.registrar().unsubscribe(reader, reason);
            notices.queue(gone, new NoticeContent.Goodbye(), origin);
          }
          return reread(reader);
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
          signups.returned(back);
          notices.queue(back, NoticeContent.Welcome.of(back, readership), origin);
          return true;
        });
  }

  /**
   * Forgets everything about the reader: digests, deliveries, reports and links, and what was
   * answered to their address before it was on the list. Only a keyed hash of the address is kept
   * where it must not be asked again.
   */
  public void erase(Subscriber reader) {
    jdbi.useTransaction(
        db -> {
          signups.remember(reader);
          notices.forget(reader.address());
          readership.registrar().erase(reader);
        });
  }

  private Subscriber reread(Subscriber reader) {
    return readership.subscribers().find(reader.id()).orElseThrow();
  }
}
