package dev.paperboy.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bare address, {@code local@domain}, ASCII, of the dot-atom form of RFC 5321 section 4.1.2; no
 * quoted local part, no address literal, no control character. Two addresses are the same
 * subscriber when their {@link #key()} is the same.
 */
public record EmailAddress(String local, String domain) {

  private static final Pattern ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /** The address in the text, or empty if it is not one. White space around it is ignored. */
  public static Optional<EmailAddress> parse(String text) {
    String stripped = text.strip();
    int at = stripped.lastIndexOf('@');
    if (at < 1 || stripped.length() > 254 || at > 64) {
      return Optional.empty();
    }
    String local = stripped.substring(0, at);
    String domain = stripped.substring(at + 1);
    boolean good =
        all(local, ATOM) && all(domain, LABEL) && !domain.isEmpty() && domain.length() <= 253;
    return good
        ? Optional.of(new EmailAddress(local, domain.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static boolean all(String dotted, Pattern part) {
    for (String piece : dotted.split("\\.", -1)) {
      if (!part.matcher(piece).matches()) {
        return false;
      }
    }
    return true;
  }

  /** The address in lower case: what makes two spellings one subscriber. */
  public String key() {
    return toString().toLowerCase(Locale.ROOT);
  }

  /** The address for logs: {@code a***@example.org}. */
  public String masked() {
    return local.substring(0, 1) + "***@" + domain;
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
