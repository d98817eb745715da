package dev.paperboy.lint;

import dev.paperboy.mail.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** The one mailbox of an address header (RFC 5322 section 3.4). */
final class Mailboxes {

  private Mailboxes() {}

  /** A mailbox with the name shown for it; the name may be empty. */
  record Mailbox(String name, EmailAddress address) {}

  /** The mailbox, or empty if there are none, several, a group, or something else. */
  static Optional<Mailbox> only(HeaderField field) {
    try {
      InternetAddress[] all = InternetAddress.parse(field.value(), true);
      if (all.length != 1 || all[0].isGroup()) {
        return Optional.empty();
      }
      String name = all[0].getPersonal() == null ? "" : all[0].getPersonal();
      return EmailAddress.parse(all[0].getAddress()).map(address -> new Mailbox(name, address));
    } catch (AddressException none) {
      return Optional.empty();
    }
  }
}
