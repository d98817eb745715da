package dev.paperboy.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, whole or as short names for long texts. */
public final class Fingerprint {

  private Fingerprint() {}

  /** So many hexadecimal digits of the text's SHA-256. */
  public static String of(String text, int digits) {
    return HexFormat.of()
        .formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)))
        .substring(0, digits);
  }

  static byte[] sha256(byte[] octets) {
    return sha256().digest(octets);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
