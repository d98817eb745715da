package dev.paperboy.template;

import java.util.Locale;

/**
 * A language as a mail states it; a variable of every template.
 *
 * @param code the language tag of RFC 5646, such as {@code en}
 * @param direction {@code ltr} or {@code rtl}
 * @param dates how it writes dates
 */
public record Language(String code, String direction, Dates dates) {

  /** What letter case and the names of months go by. */
  public Locale locale() {
    return dates.locale();
  }
}
