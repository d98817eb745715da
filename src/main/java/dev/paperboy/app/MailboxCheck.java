package dev.paperboy.app;

import dev.paperboy.inbound.ImapMailbox;
import dev.paperboy.inbound.Mailbox;
import dev.paperboy.inbound.MailboxSettings;
import dev.paperboy.inbound.MailboxUnavailable;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.time.Duration;
import java.util.List;

/** Whether the mailbox that bounces and answers come to can be read. */
record MailboxCheck(MailboxSettings settings) implements Check {

  private static final String ABOUT = "mailbox";

  /** Nobody in front of a terminal waits for as long as a running server can. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public List<Finding> findings() {
    try {
      return List.of(Finding.ok(ABOUT, found() + "."));
    } catch (MailboxUnavailable e) {
      return List.of(Finding.problem(ABOUT, String.valueOf(e.getMessage())));
    }
  }

  private String found() {
    if (settings.imap().isSet()) {
      return new ImapMailbox(settings.imap(), new Timeouts(PATIENCE, PATIENCE, PATIENCE)).probe();
    }
    return settings.maildir().isPresent()
        ? settings.mailbox().map(MailboxCheck::count).orElse("")
        : "None is set; bounces come in only if your mail server pipes them into paperboy receive";
  }

  private static String count(Mailbox mailbox) {
    try (Mailbox.Open open = mailbox.open()) {
      int unread = open.waiting().size();
      return "The %s can be read; %s unread"
          .formatted(mailbox.describe(), unread < open.page() ? unread : "at least " + open.page());
    }
  }
}
