package dev.paperboy.notice;

import java.util.Locale;

/**
 * A change that a mail asks for in a reader's name.
 *
 * @param detail the first day of mail again ({@code ""}: until resumed), or the document; else
 *     {@code ""}
 */
public record Wish(Kind kind, String detail) {

  /** What is wished. */
  public enum Kind {
    PAUSE,
    RESUME,
    LEAVE,
    CHANGE;

    /** The word for it in a mail. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
