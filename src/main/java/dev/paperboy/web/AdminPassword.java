package dev.paperboy.web;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The operator's password, kept as a PBKDF2 hash (RFC 8018) however it was configured. Threads may
 * share it; it tries one password at a time, so that guessing costs one core at most.
 */
public final class AdminPassword {

  /** Fewer characters are refused in the config. */
  public static final int SHORTEST = 12;

  /** Longer ones are wrong, whatever they are. */
  private static final int LONGEST = 1000;

  /** Of a password that is configured in clear, or hashed by {@code paperboy admin-password}. */
  private static final int ITERATIONS = 600_000;

  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int BYTES = 32;
  private static final Pattern HASH =
      Pattern.compile("pbkdf2-sha256:(\\d{4,8}):([A-Za-z0-9_-]{16,200}):([A-Za-z0-9_-]{43})");

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private AdminPassword(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Whether this can be a configured password: long enough, or a hash as {@link #line} makes it.
   */
  public static boolean isFit(String configured) {
    return configured.startsWith("pbkdf2-sha256:")
        ? HASH.matcher(configured).matches() && iterations(configured) <= MOST_ITERATIONS
        : configured.length() >= SHORTEST && configured.length() <= LONGEST;
  }

  /**
   * The password of the config, in clear or as a hash.
   *
   * @throws IllegalArgumentException if it is not {@linkplain #isFit fit}
   */
  public static AdminPassword of(String configured) {
    if (!isFit(configured)) {
      throw new IllegalArgumentException("not a password");
    }
    Matcher parts = HASH.matcher(configured);
    if (parts.matches()) {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      return new AdminPassword(
          iterations(configured), base64.decode(parts.group(2)), base64.decode(parts.group(3)));
    }
    return hashed(configured, ITERATIONS);
  }

  /**
   * A password with a new salt.
   *
   * @param iterations of PBKDF2: the cost of a guess
   */
  static AdminPassword hashed(String password, int iterations) {
    byte[] salt = new byte[BYTES];
    new SecureRandom().nextBytes(salt);
    return new AdminPassword(iterations, salt, derive(password, salt, iterations));
  }

  /** The hash as it may stand in the config in place of the password. */
  public String line() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return "pbkdf2-sha256:%d:%s:%s"
        .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether this is the password. Takes a third of a second, whatever the answer. */
  synchronized boolean opens(String tried) {
    String bounded = tried.substring(0, Math.min(LONGEST, tried.length()));
    boolean same = MessageDigest.isEqual(derive(bounded, salt, iterations), hash);
    return same && tried.length() <= LONGEST;
  }

  private static int iterations(String line) {
    Matcher parts = HASH.matcher(line);
    return parts.matches() ? Integer.parseInt(parts.group(1)) : Integer.MAX_VALUE;
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
