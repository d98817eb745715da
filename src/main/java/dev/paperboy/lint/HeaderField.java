package dev.paperboy.lint;

/**
 * A header field as it stands in the message; an octet is a character.
 *
 * @param raw what follows the colon, with its line breaks but without the last one
 * @param line where the field begins, counted from 1
 */
record HeaderField(String name, String raw, int line) {

  /** The value on one line (RFC 5322 section 2.2.3), without white space around it. */
  String value() {
    return raw.replaceAll("\r?\n", "").strip();
  }

  /** The value for people: encoded words decoded where they can be (RFC 2047). */
  String decoded() {
    return EncodedWord.decodeAll(value());
  }

  /** How a finding names the place. */
  String place() {
    return name + " (line " + line + ")";
  }
}
