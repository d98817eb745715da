package dev.paperboy.mail;

import java.util.Locale;

/**
 * The reasons for which servers refuse mail, in the order in which they win over one another: words
 * about us over words about the recipient. Their phrases are in {@code mail/reply-words.tsv}.
 */
enum ReplyKind {
  SENDER(Fault.OUR_SENDER, true),
  AUTHENTICATION(Fault.OUR_ACCOUNT, true),
  SENDING_LIMIT(Fault.OUR_ACCOUNT, true),
  HOST_NAME(Fault.OUR_HOST, true),
  RELAY(Fault.OUR_ACCOUNT, true),
  REPUTATION(Fault.OUR_HOST, true),
  SPAM(Fault.OUR_CONTENT, true),
  FULL(Fault.RECIPIENT, true),
  MESSAGE(Fault.OUR_CONTENT, false),
  FOR_NOW(Fault.RECIPIENT_DOMAIN, true),
  POLICY(Fault.OUR_HOST, true),
  NO_DOMAIN(Fault.RECIPIENT_DOMAIN, false),
  DISABLED(Fault.RECIPIENT, false),
  UNKNOWN(Fault.RECIPIENT, false),
  UNCLEAR(Fault.UNCLEAR, false);

  private final Fault fault;
  private final boolean passing;

  ReplyKind(Fault fault, boolean passing) {
    this.fault = fault;
    this.passing = passing;
  }

  Fault fault() {
    return fault;
  }

  /** Whether it may pass or be mended, even if the code says that it is final. */
  boolean isPassing() {
    return passing;
  }

  /** Whether its words win over a code that blames the recipient. */
  boolean winsOverCodes() {
    return compareTo(POLICY) <= 0;
  }

  static ReplyKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
