package dev.paperboy.mail;

import java.security.MessageDigest;

/**
 * Hashes the body of a message, relaxed (RFC 6376 section 3.4.4): blanks at the end of a line and
 * empty lines at the end of the body do not count, and other runs of blanks count as one. One pass,
 * and the body is not copied: what is canonical already goes to the hash as it lies there.
 */
final class DkimBody {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final byte[] message;
  private final MessageDigest digest = Fingerprint.sha256();

  private DkimBody(byte[] message) {
    this.message = message;
  }

  /** The SHA-256 of the body that begins at {@code start}. */
  static byte[] hash(byte[] message, int start) {
    return new DkimBody(message).hash(start);
  }

  private byte[] hash(int start) {
    int unhashed = start;
    int wordsEnd = start;
    int at = start;
    while (at < message.length) {
      int gap = at;
      at = past(true, at);
      if (at < message.length) {
        if (!isCanonical(gap, at)) {
          digest.update(message, unhashed, gap - unhashed);
          hashGap(gap, at);
          unhashed = at;
        }
        at = past(false, at);
        wordsEnd = at;
      }
    }
    if (wordsEnd > start) {
      digest.update(message, unhashed, wordsEnd - unhashed);
      digest.update(LINE_END);
    }
    return digest.digest();
  }

  /** The end of the white space, or of the words, from here on. */
  private int past(boolean space, int from) {
    int at = from;
    while (at < message.length && isSpace(message[at]) == space) {
      at++;
    }
    return at;
  }

  /** Whether the white space between two words counts as it is; the usual forms only. */
  private boolean isCanonical(int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 1 -> message[from] == ' ';
      case 2 -> message[from] == '\r' && message[from + 1] == '\n';
      default -> false;
    };
  }

  /** Line ends count, blanks before them do not, and blanks before the next word are one. */
  private void hashGap(int from, int to) {
    for (int i = from; i < to; i++) {
      if (message[i] == '\r' || message[i] == '\n') {
        digest.update(message[i]);
      }
    }
    if (message[to - 1] == ' ' || message[to - 1] == '\t') {
      digest.update((byte) ' ');
    }
  }

  private static boolean isSpace(byte octet) {
    return octet <= ' ' && (octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n');
  }
}
