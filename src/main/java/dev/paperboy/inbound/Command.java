package dev.paperboy.inbound;

/**
 * What a mail asks for.
 *
 * @param detail the rest of its line: a day, a word, a token; often {@code ""}
 */
record Command(Verb verb, String detail) {

  /** What can be asked for. */
  enum Verb {
    SUBSCRIBE,
    CONFIRM,
    INTERESTS,
    PAUSE,
    RESUME,
    UNSUBSCRIBE,
    WHY,
    HELP,
    EXPORT,
    LESS,
    /** To what was asked, the answer is no. */
    NO
  }
}
