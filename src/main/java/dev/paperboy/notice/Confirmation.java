package dev.paperboy.notice;

import dev.paperboy.subscriber.Subscriber;

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

  /** It can be confirmed; nothing was changed yet. */
  record Open(Subscriber subscriber, Matter matter) implements Confirmation {}

  /** It is done; the subscriber as they are now. */
  record Done(Subscriber subscriber, Matter matter) implements Confirmation {}

  /** It was done before; nothing was changed. */
  record Before(Subscriber subscriber) implements Confirmation {}

  /** The time to confirm is over, or it is not asked any more; nothing was changed. */
  record TooLate() implements Confirmation {}

  /** No such token. */
  record Unknown() implements Confirmation {}
}
