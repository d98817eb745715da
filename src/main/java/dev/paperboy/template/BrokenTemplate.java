package dev.paperboy.template;

/**
 * A template, or a file of texts or settings beside it, that cannot be used: an operator's mistake.
 * The message is to be printed as it is: for a template one sentence with file, line and column,
 * for the others every problem of all files with its place, its line and a caret.
 */
public final class BrokenTemplate extends RuntimeException {

  public BrokenTemplate(String message, Throwable cause) {
    super(message, cause);
  }

  public BrokenTemplate(String message) {
    super(message);
  }
}
