package dev.paperboy.inbound;

/** The mailbox cannot be read now; the message says why, and what an operator can do about it. */
public final class MailboxUnavailable extends RuntimeException {

  MailboxUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  MailboxUnavailable(String sentence) {
    super(sentence);
  }
}
