package dev.paperboy.web;

import java.util.Optional;

/**
 * What only some may see.
 *
 * @param configured the operator's password, in clear or hashed; empty: there is no operator's page
 * @param mailbox who may see the local mailbox
 */
public record OperatorSettings(String configured, MailboxAccess mailbox) {

  /** Who may see the local mailbox. */
  public enum MailboxAccess {
    /** Requests of this machine. */
    LOCAL,
    /** Whoever can reach the pages. */
    ALL,
    /** Nobody. */
    OFF;
  }

  /** The password, hashed: takes a third of a second. Empty if none is set. */
  public Optional<AdminPassword> password() {
    return configured.isEmpty() ? Optional.empty() : Optional.of(AdminPassword.of(configured));
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "OperatorSettings["
        + (configured.isEmpty() ? "no password" : "password")
        + ", "
        + mailbox
        + "]";
  }
}
