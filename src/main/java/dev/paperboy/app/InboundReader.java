package dev.paperboy.app;

import dev.paperboy.inbound.MailboxSettings;
import dev.paperboy.inbound.MailboxSettings.Imap;
import dev.paperboy.inbound.MailboxSettings.Watch;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where mail that comes in is fetched from: the section {@code inbound}. */
record InboundReader(ConfigSection inbound, Path base) {

  MailboxSettings settings() {
    MailboxSettings settings =
        new MailboxSettings(
            // Not seldom enough for a server to hang up on who listens (RFC 3501 section 5.4).
            inbound.duration("check_every", "1s", "25m", "1m"),
            imap(inbound.section("imap")),
            inbound.value("maildir", "a folder, or \"\",", this::folder, Optional.empty()));
    check(settings);
    return settings;
  }

  private static Imap imap(ConfigSection imap) {
    return new Imap(
        new Server(
            imap.text("host", "").strip(),
            imap.number("port", 1, 65_535, 993),
            imap.choice("security", Security.class, Security.TLS)),
        imap.text("user", ""),
        imap.text("password", ""),
        imap.word("folder", "the name of a folder", "INBOX"),
        imap.choice("watch", Watch.class, Watch.IDLE));
  }

  private Optional<Optional<Path>> folder(String text) {
    try {
      return Optional.of(
          Optional.of(text.strip())
              .filter(name -> !name.isEmpty())
              .map(name -> base.resolve(name).normalize()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void check(MailboxSettings settings) {
    if (settings.imap().isSet() && settings.maildir().isPresent()) {
      inbound
          .node("maildir")
          .ifPresent(node -> node.problem("Set inbound.maildir or inbound.imap.host, not both."));
    }
  }
}
