package dev.paperboy.inbound;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes encoded words in a header field (RFC 2047). The octets of adjacent words in one charset
 * are joined before they are decoded, as many programs split a character between two words. One
 * pass over the text.
 */
final class EncodedWords {

  private static final int LONGEST_CHARSET = 60;

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable String charset;

  private EncodedWords() {}

  /** The text as people read it; what is no encoded word stays as it is. */
  static String decode(String field) {
    return field.contains("=?") ? new EncodedWords().run(field) : field;
  }

  /** An encoded word, and where it ends. */
  private record Word(String charset, byte[] octets, int end) {}

  private String run(String field) {
    int plain = 0;
    int at = field.indexOf("=?");
    while (at >= 0) {
      Word word = word(field, at);
      if (word == null) {
        at = field.indexOf("=?", at + 1);
        continue;
      }
      String between = field.substring(plain, at);
      if (!(word.charset().equals(charset) && between.isBlank())) {
        flush();
        // White space between two encoded words is no part of the text.
        text.append(plain > 0 && between.isBlank() ? "" : between);
      }
      charset = word.charset();
      pending.writeBytes(word.octets());
      plain = word.end();
      at = field.indexOf("=?", plain);
    }
    flush();
    return text.append(field, plain, field.length()).toString();
  }

  private void flush() {
    if (charset != null) {
      text.append(pending.toString(charset(charset)));
      pending.reset();
      charset = null;
    }
  }

  private static @Nullable Word word(String field, int start) {
    int encoding = field.indexOf('?', start + 2);
    boolean shaped =
        encoding > start + 2
            && encoding - start <= LONGEST_CHARSET
            && encoding + 3 <= field.length()
            && field.charAt(encoding + 2) == '?';
    int end = shaped ? field.indexOf('?', encoding + 3) : -1;
    if (end < 0 || end + 1 >= field.length() || field.charAt(end + 1) != '=') {
      return null;
    }
    // A language may follow the charset (RFC 2231 section 5).
    String charset =
        field.substring(start + 2, encoding).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
    byte[] octets = octets(field.charAt(encoding + 1), field.substring(encoding + 3, end));
    return octets == null ? null : new Word(charset, octets, end + 2);
  }

  private static byte @Nullable [] octets(char encoding, String content) {
    return switch (encoding) {
      case 'B', 'b' -> base64(content);
      case 'Q', 'q' -> quoted(content);
      default -> null;
    };
  }

  private static byte @Nullable [] base64(String content) {
    try {
      return Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException damaged) {
      return null;
    }
  }

  private static byte[] quoted(String content) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int high = c == '=' && i + 2 < content.length() ? digit(content, i + 1) : -1;
      int low = high < 0 ? -1 : digit(content, i + 2);
      if (low >= 0) {
        octets.write(high * 16 + low);
        i += 2;
      } else {
        octets.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return octets.toByteArray();
  }

  private static int digit(String text, int at) {
    return Character.digit(text.charAt(at), 16);
  }

  /** A charset by the name that mail gives it; Latin-1 where nobody knows it. */
  static Charset charset(String name) {
    try {
      return Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
