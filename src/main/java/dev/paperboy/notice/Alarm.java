package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Notice.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Tells the operator by mail what they should see to. Threads may share it. */
public final class Alarm {

  private static final Duration AT_MOST_EVERY = Duration.ofHours(1);

  private final Notices notices;
  private final @Nullable EmailAddress operator;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param operator null: nobody wants to know
   * @param zone in which moments are told
   */
  public Alarm(Notices notices, @Nullable EmailAddress operator, ZoneId zone, Clock clock) {
    this.notices = notices;
    this.operator = operator;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Raises it, unless it was raised for the same cause within the last hour.
   *
   * @param cause a word or two, at most 40 characters
   * @param what what is wrong, in a few words
   * @param done what Paperboy did about it, a sentence
   * @param advice what the operator can do, a sentence
   */
  public void raise(String cause, String what, String done, String advice) {
    if (operator == null
        || notices.count(operator, Kind.ALERT, cause, clock.instant().minus(AT_MOST_EVERY)) > 0) {
      return;
    }
    String now = clock.instant().atZone(zone).toString();
    notices.queue(
        operator, 0, new NoticeContent.Alert(what, now, done, advice), cause, Origin.NO_MAIL);
  }
}
