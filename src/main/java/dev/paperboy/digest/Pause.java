package dev.paperboy.digest;

import dev.paperboy.interest.Interests;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a reader wants no mail for now: by a command or a page, or in their interests. */
final class Pause {

  private Pause() {}

  /** The day it is for the reader. */
  static LocalDate today(Interests interests, Instant now) {
    return LocalDate.ofInstant(now, interests.digest().rhythm().timezone());
  }

  static boolean holds(Subscriber subscriber, Interests interests, LocalDate today) {
    if (isBefore(today, interests.pauseUntil())) {
      return true;
    }
    LocalDate until = subscriber.standing().pausedUntil();
    return subscriber.standing().state() == State.PAUSED
        && (until == null || isBefore(today, until));
  }

  private static boolean isBefore(LocalDate today, @Nullable LocalDate day) {
    return day != null && today.isBefore(day);
  }
}
