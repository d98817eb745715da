package dev.paperboy.outbox;

import java.util.Locale;

/** What a delivery waits for that could be sent otherwise. */
public enum WaitReason {
  /** It was refused for now, and comes again. */
  RECEIVER,
  /** So many mails have been sent that the rate allows no more for now. */
  RATE_LIMIT,
  /** The receiving domain wants less mail for now. */
  SLOW_DOMAIN,
  /** It is not the time of day at which mail is sent. */
  WINDOW,
  /** A new sender has sent what it may in a day. */
  WARM_UP,
  /** Its reader has paused, and it cannot be taken back, as a later mail was planned. */
  PAUSED_READER,
  /** Its reader has left and may come back, and it cannot be taken back either. */
  ABSENT_READER,
  /** Nothing can be sent at all: the fault is on this side. */
  HALTED;

  /** The words used in tables and on screens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static WaitReason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
