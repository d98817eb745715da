package dev.paperboy.inbound;

/** A mail that is not read; the message says why. */
final class RefusedMail extends Exception {

  RefusedMail(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
