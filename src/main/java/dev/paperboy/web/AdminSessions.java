package dev.paperboy.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in as the operator: in memory, so that a restart ends all sessions. Of a session's
 * secret only the hash is kept. Threads may share it.
 */
final class AdminSessions {

  /** A session ends so long after it was last used. */
  static final Duration IDLE = Duration.ofHours(1);

  /** A session ends so long after it began. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final int SECRET_BYTES = 32;
  private static final int MOST = 100;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  /**
   * A session.
   *
   * @param formToken goes along with every form, so that no other site can send one
   */
  record Session(String formToken, Instant began, Instant used) {}

  AdminSessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session and returns its secret; of too many the oldest ends. */
  synchronized String begin() {
    String secret = secret();
    Instant now = clock.instant();
    sessions.put(hash(secret), new Session(secret(), now, now));
    while (sessions.size() > MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return secret;
  }

  /** The session of this secret, which counts as used; empty if there is none any more. */
  synchronized Optional<Session> find(String secret) {
    String hash = hash(secret);
    Session session = sessions.get(hash);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (now.isAfter(session.used.plus(IDLE)) || now.isAfter(session.began.plus(LONGEST))) {
      sessions.remove(hash);
      return Optional.empty();
    }
    Session used = new Session(session.formToken, session.began, now);
    sessions.put(hash, used);
    return Optional.of(used);
  }

  synchronized void end(String secret) {
    sessions.remove(hash(secret));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
