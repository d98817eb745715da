package dev.paperboy.app;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead.Mailbox;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads the addresses of a configuration; an empty answer means that the text is none. */
final class ConfigAddresses {

  private static final int LONGEST_NAME = 100;

  private ConfigAddresses() {}

  /** {@code Paperboy <paperboy@example.org>}, the name in quotes or not, or a bare address. */
  static Optional<Mailbox> mailbox(String text) {
    String stripped = text.strip();
    int open = stripped.lastIndexOf('<');
    if (open < 0 || !stripped.endsWith(">")) {
      return EmailAddress.parse(stripped).map(address -> new Mailbox("", address));
    }
    String name = withoutQuotes(stripped.substring(0, open).strip());
    return EmailAddress.parse(stripped.substring(open + 1, stripped.length() - 1))
        .filter(address -> name.length() <= LONGEST_NAME && name.matches("[^<>\"]*"))
        .map(address -> new Mailbox(name, address));
  }

  private static String withoutQuotes(String name) {
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).strip() : name;
  }

  /** Whether mail from the address can go nowhere but to this machine. */
  static boolean isLocal(EmailAddress address) {
    String domain = address.domain();
    return domain.equals("localhost")
        || domain.endsWith(".localhost")
        || domain.equals("localhost.localdomain");
  }

  /** An {@code http} or {@code https} address; without the slashes at its end. */
  static Optional<URI> webAddress(String text) {
    try {
      URI address = new URI(text.strip().replaceAll("/{1,50}$", ""));
      String scheme =
          address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
      boolean good =
          (scheme.equals("http") || scheme.equals("https"))
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      return good ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A JDBC URL of PostgreSQL or of H2 within this process, or nothing at all. */
  static Optional<String> databaseUrl(String text) {
    String url = text.strip();
    boolean known =
        url.startsWith("jdbc:postgresql:")
            || url.startsWith("jdbc:h2:file:")
            || url.startsWith("jdbc:h2:mem:");
    return url.isEmpty() || known ? Optional.of(url) : Optional.empty();
  }
}
