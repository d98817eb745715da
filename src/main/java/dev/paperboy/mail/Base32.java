package dev.paperboy.mail;

/**
 * The alphabet of RFC 4648 section 6 in lower case: what survives as the local part of an address,
 * whose letter case nobody on the way has to keep.
 */
public final class Base32 {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  /**
   * Eight characters for each five octets.
   *
   * @throws IllegalArgumentException if there are other than a multiple of five octets
   */
  public static String encode(byte[] octets) {
    if (octets.length % 5 != 0) {
      throw new IllegalArgumentException("Base32 without padding takes five octets at a time.");
    }
    StringBuilder out = new StringBuilder(octets.length * 8 / 5);
    for (int bit = 0; bit < octets.length * 8; bit += 5) {
      int high = (octets[bit / 8] & 0xFF) << 8;
      int low = bit / 8 + 1 < octets.length ? octets[bit / 8 + 1] & 0xFF : 0;
      out.append(ALPHABET.charAt(((high | low) >> (11 - bit % 8)) & 31));
    }
    return out.toString();
  }
}
