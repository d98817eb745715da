package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the words of foreign servers fit to keep and to show. */
final class Diagnostic {

  private static final int LONGEST = 300;

  /** Whatever could be an address, strange ones as well. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\"'(),:;@]{1,64}@[^\\s<>\"'(),:;@]{1,253}");

  private Diagnostic() {}

  /** One line of at most 300 characters, without control characters, every address masked. */
  static String shown(String words) {
    String line = words.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Z}\\p{Cs}]+", " ").strip();
    String masked =
        ADDRESS
            .matcher(line)
            .replaceAll(
                found ->
                    EmailAddress.parse(found.group().replaceFirst("\\.$", ""))
                        .map(EmailAddress::masked)
                        .map(Matcher::quoteReplacement)
                        .orElse("***"));
    return cut(masked);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
