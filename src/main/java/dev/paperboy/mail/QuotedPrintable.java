package dev.paperboy.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Quoted-printable encoding of text (RFC 2045 section 6.7) in one pass. Ours, because the mail
 * library's was measured to take 45 % of a mail's processor time.
 */
public final class QuotedPrintable {

  /** The longest encoded line, without the {@code =} of a soft line break. */
  private static final int WIDTH = 75;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private QuotedPrintable() {}

  /**
   * The text as UTF-8, encoded; CRLF, or a single LF, is a line break.
   *
   * @return ASCII in lines of at most 76 octets, ended by CRLF
   */
  public static byte[] encode(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    // At worst three octets for each, and three more for a soft line break every 25 of them.
    byte[] out = new byte[in.length * 3 + in.length / 8 + 16];
    int length = 0;
    int column = 0;
    for (int i = 0; i < in.length; i++) {
      if (isLineEnd(in, i)) {
        i += in[i] == '\r' ? 1 : 0;
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
        continue;
      }
      int width = isPlain(in, i) ? 1 : 3;
      if (column + width > WIDTH) {
        out[length++] = '=';
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
      }
      length = write(in[i], width, out, length);
      column += width;
    }
    return Arrays.copyOf(out, length);
  }

  private static int write(byte octet, int width, byte[] out, int at) {
    if (width == 1) {
      out[at] = octet;
    } else {
      out[at] = '=';
      out[at + 1] = HEX[octet >> 4 & 0xF];
      out[at + 2] = HEX[octet & 0xF];
    }
    return at + width;
  }

  private static boolean isPlain(byte[] in, int i) {
    byte octet = in[i];
    if (octet == ' ' || octet == '\t') {
      return i + 1 < in.length && !isLineEnd(in, i + 1);
    }
    return octet > ' ' && octet < 0x7F && octet != '=';
  }

  private static boolean isLineEnd(byte[] in, int i) {
    return in[i] == '\n' || (in[i] == '\r' && i + 1 < in.length && in[i + 1] == '\n');
  }
}
