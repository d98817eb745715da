package dev.paperboy.inbound;

import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.mail.SmtpSettings.Server;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words what is wrong with an IMAP mailbox, and what to do about it. */
final class ImapTrouble {

  private ImapTrouble() {}

  static MailboxUnavailable explain(Imap settings, Exception failure) {
    if (failure instanceof MailboxUnavailable explained) {
      return explained;
    }
    Server server = settings.server();
    String where = "The mailbox on " + server.host() + ":" + server.port();
    return new MailboxUnavailable(where + " " + words(settings, failure), failure);
  }

  private static String words(Imap settings, Exception failure) {
    if (failure instanceof AuthenticationFailedException) {
      return "refuses the login ("
          + said(failure)
          + "). Check inbound.imap.user and password; some providers want a password made for"
          + " programs.";
    }
    if (failure instanceof FolderNotFoundException) {
      return "has no folder \"" + settings.folder() + "\". Check inbound.imap.folder.";
    }
    if (failure instanceof ReadOnlyFolderException) {
      return "lets nothing be changed in its folder \""
          + settings.folder()
          + "\". Give the user the right to, as mails are moved out of it.";
    }
    boolean tls = causes(failure).anyMatch(SSLException.class::isInstance);
    return "cannot be read ("
        + said(failure)
        + "). Check inbound.imap: "
        + (tls
            ? "security, and that the certificate is of that host."
            : "host, port and security.");
  }

  /** The innermost cause knows best, such as the host name that is unknown. */
  private static String said(Exception failure) {
    Throwable root = causes(failure).reduce(failure, (first, next) -> next);
    String message = root.getMessage();
    String words = message == null || message.isBlank() ? root.toString() : message;
    // Names of hosts are unknown more often than wrong, and Java says just the name.
    return Diagnostic.shown(root instanceof UnknownHostException ? "unknown host " + words : words);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    // A cause can come back to where it began; so deep is none that means anything.
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(50);
  }
}
