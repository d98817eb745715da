package dev.paperboy.cli;

/** A command was given something it cannot work with; the message says what to do. Exit code 2. */
final class WrongUse extends RuntimeException {
  WrongUse(String message) {
    super(message);
  }
}
