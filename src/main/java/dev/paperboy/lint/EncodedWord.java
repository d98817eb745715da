package dev.paperboy.lint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encoded words of headers (RFC 2047), decoded strictly: what is broken stays as it is. */
final class EncodedWord {

  /** Where one begins; what follows may be broken. */
  static final Pattern BEGIN = Pattern.compile("=\\?[A-Za-z0-9_*-]+\\?[BbQq]\\?");

  private static final Pattern WHOLE =
      Pattern.compile("=\\?([A-Za-z0-9_-]+)(?:\\*[A-Za-z-]+)?\\?([BbQq])\\?([!->@-~]*)\\?=");

  private static final Pattern BETWEEN = Pattern.compile("(?<=\\?=)[ \\t]+(?==\\?)");

  private EncodedWord() {}

  /** The encoded word that begins there, or empty if it does not end well. */
  static Optional<String> at(String value, int start) {
    Matcher matcher = WHOLE.matcher(value).region(start, value.length());
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** What the encoded word says, or empty if that cannot be told. */
  static Optional<String> decode(String word) {
    Matcher matcher = WHOLE.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      byte[] octets =
          matcher.group(2).equalsIgnoreCase("B")
              ? Base64.getDecoder().decode(matcher.group(3))
              : unquoted(matcher.group(3));
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException
        | IllegalArgumentException
        | UnsupportedOperationException broken) {
      return Optional.empty();
    }
  }

  /** The value with every good encoded word decoded, and the space between two of them gone. */
  static String decodeAll(String value) {
    return WHOLE
        .matcher(BETWEEN.matcher(value).replaceAll(""))
        .replaceAll(match -> Matcher.quoteReplacement(decode(match.group()).orElse(match.group())));
  }

  private static byte[] unquoted(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] in = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '=') {
        out.write(in[i] == '_' ? ' ' : in[i]);
      } else if (i + 2 < in.length) {
        out.write(Integer.parseUnsignedInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        throw new IllegalArgumentException("The word ends within an octet.");
      }
    }
    return out.toByteArray();
  }
}
