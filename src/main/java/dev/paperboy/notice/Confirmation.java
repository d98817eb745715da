package dev.paperboy.notice;

import dev.paperboy.subscriber.Subscriber;
import org.jspecify.annotations.Nullable;

/** What a confirm token is good for, or was used for. */
public sealed interface Confirmation {

  /** What is confirmed. */
  enum Matter {
    /** The subscription. */
    SUBSCRIPTION,
    /** The way back after leaving. */
    RETURN,
    /** A wish that came by mail in the reader's name: a pause, for instance. */
    WISH
  }

  /**
   * It can be confirmed; nothing was changed yet.
   *
   * @param signup what a confirmation sets; null where it is no subscription that is confirmed
   * @param notice the number of the notice that asked
   */
  record Open(Subscriber subscriber, Matter matter, @Nullable Signup signup, long notice)
      implements Confirmation {}

  /** It is done; the subscriber as they are now. */
  record Done(Subscriber subscriber, Matter matter) implements Confirmation {}

  /** The answer was no. */
  record Refused(Subscriber subscriber, Matter matter) implements Confirmation {}

  /** It was done before, or another question was answered with yes; nothing was changed. */
  record Before(Subscriber subscriber) implements Confirmation {}

  /** The time to confirm is over, or it is not asked any more; nothing was changed. */
  record TooLate() implements Confirmation {}

  /** No such token. */
  record Unknown() implements Confirmation {}
}
