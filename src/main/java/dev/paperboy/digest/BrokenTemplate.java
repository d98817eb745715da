package dev.paperboy.digest;

/**
 * A template that cannot be used: an operator's mistake. The message names the file, the line, the
 * column and what is wrong, in one sentence to be printed as it is.
 */
public final class BrokenTemplate extends RuntimeException {

  BrokenTemplate(String message, Throwable cause) {
    super(message, cause);
  }

  BrokenTemplate(String message) {
    super(message);
  }
}
