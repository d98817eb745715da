package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All that a mail says, decoded and as sent, to look for somebody else's address or token in.
 *
 * @param texts in lower case
 */
record Haystack(List<String> texts) {

  private static final String ADDRESS_SIGNS = "._-+";

  static Haystack of(ParsedMail mail) {
    List<String> texts = new ArrayList<>();
    mail.head().fields().forEach(field -> texts.add(field.decoded().toLowerCase(Locale.ROOT)));
    mail.text().ifPresent(part -> texts.add(part.content().toLowerCase(Locale.ROOT)));
    mail.html().ifPresent(part -> texts.add(part.content().toLowerCase(Locale.ROOT)));
    texts.add(mail.raw().toLowerCase(Locale.ROOT));
    return new Haystack(texts);
  }

  /**
   * Whether it stands there; not as a piece of a longer one: bo@example.org in jobo@example.org.
   */
  boolean has(String secret) {
    String wanted = secret.toLowerCase(Locale.ROOT);
    return !wanted.isBlank()
        && Stream.of(wanted, wanted.replace("@", "%40"), wanted.replace("@", "="))
            .distinct()
            .anyMatch(form -> texts.stream().anyMatch(text -> has(text, form)));
  }

  private static boolean has(String text, String wanted) {
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      boolean begins = at == 0 || !continues(text.charAt(at - 1), wanted);
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean continues(char before, String wanted) {
    return Character.isLetterOrDigit(before)
        || (wanted.matches(".*[@=%].*") && ADDRESS_SIGNS.indexOf(before) >= 0);
  }
}
