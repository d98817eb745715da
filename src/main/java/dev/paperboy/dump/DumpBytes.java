package dev.paperboy.dump;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Bytes that should be UTF-8 text; says what they look like where they are not. */
final class DumpBytes {

  private static final Map<String, String> SIGNATURES =
      Map.of(
          "1f8b", "a gzip file; unpack it with: gunzip",
          "504b0304", "a ZIP archive; unpack it with: unzip",
          "fd377a58", "an xz file; unpack it with: unxz",
          "28b52ffd", "a Zstandard file; unpack it with: unzstd",
          "425a68", "a bzip2 file; unpack it with: bunzip2",
          "25504446", "a PDF; copy the text of the page instead");

  /** Bytes that Windows-1252 does not use. */
  private static final String UNUSED_IN_1252 = "\u0081\u008d\u008f\u0090\u009d";

  private static final int LOOK_AT = 4_096;

  private DumpBytes() {}

  static String text(byte[] bytes) throws RefusedDump {
    if (bytes.length == 0) {
      throw RefusedDump.cutShort(
          "The file is empty: whatever should have written it failed. Save the list again.");
    }
    refuseKnownFormats(bytes);
    refuseNul(bytes);
    String text = decode(bytes);
    String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (withoutMark.isBlank()) {
      throw new RefusedDump("The file holds only white space. Save the list again.");
    }
    return withoutMark;
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void refuseKnownFormats(byte[] bytes) throws RefusedDump {
    String head = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    Optional<String> format =
        SIGNATURES.entrySet().stream()
            .filter(signature -> head.startsWith(signature.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (format.isPresent()) {
      throw new RefusedDump("The file is " + format.get() + ".");
    }
  }

  private static void refuseNul(byte[] bytes) throws RefusedDump {
    String mark = HexFormat.of().formatHex(bytes, 0, Math.min(2, bytes.length));
    boolean nul = false;
    for (byte b : bytes) {
      nul |= b == 0;
    }
    if (mark.equals("fffe") || mark.equals("feff") || (nul && everySecondIsNul(bytes))) {
      throw new RefusedDump("The file looks like UTF-16, not UTF-8. " + convertFrom("UTF-16"));
    }
    if (nul) {
      throw new RefusedDump("The file holds NUL bytes: it is no text. Save the list as text.");
    }
  }

  private static boolean everySecondIsNul(byte[] bytes) {
    int[] nuls = new int[2];
    int length = Math.min(bytes.length, LOOK_AT);
    for (int i = 0; i < length; i++) {
      nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    int more = Math.max(nuls[0], nuls[1]);
    return more * 5 >= length && Math.min(nuls[0], nuls[1]) * 20 <= more;
  }

  private static String decode(byte[] bytes) throws RefusedDump {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8(bytes);
    }
  }

  private static RefusedDump notUtf8(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length), false);
    if (!result.isError()) {
      return RefusedDump.cutShort(
          "The file ends in the middle of a character: it was not written to its end. Save the"
              + " list again.");
    }
    int at = in.position();
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean windows = latin.chars().noneMatch(c -> UNUSED_IN_1252.indexOf(c) >= 0);
    return new RefusedDump(
        "The file is not UTF-8 (byte %d is %02x). ".formatted(at + 1, Byte.toUnsignedInt(bytes[at]))
            + (windows
                ? "It looks like Windows-1252. " + convertFrom("WINDOWS-1252")
                : "Save it as UTF-8 text."));
  }

  private static String convertFrom(String charset) {
    return "Convert it with: iconv -f " + charset + " -t UTF-8 OLD > NEW";
  }
}
