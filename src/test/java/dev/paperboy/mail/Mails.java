package dev.paperboy.mail;

import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.OutgoingMail.MailBody;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mails to test with. */
final class Mails {

  static final Instant DATE = Instant.parse("2025-12-05T06:30:00Z");

  static final MimeWriter UNSIGNED = new MimeWriter(DkimSigner.NONE);

  private static final Session SESSION = Session.getInstance(new Properties());

  private Mails() {}

  static OutgoingMail to(String recipient) {
    return with("<1.ada@paperboy.example>", recipient, "3 papers · 5 Dec");
  }

  static OutgoingMail with(String messageId, String recipient, String subject) {
    return mail(
        new MailHead(messageId, DATE, from("Paperboy"), null, subject),
        recipient,
        List.of(),
        new MailBody("Good morning.\n", "<p>Good morning.</p>\n"));
  }

  static OutgoingMail saying(String subject, String text, @Nullable String html) {
    return mail(
        new MailHead("<1.ada@paperboy.example>", DATE, from("Paperboy"), null, subject),
        "ada@example.org",
        List.of(),
        new MailBody(text, html));
  }

  static OutgoingMail mail(MailHead head, String recipient, List<Header> headers, MailBody body) {
    return new OutgoingMail(
        new Envelope(address("bounce@paperboy.example"), address(recipient)), head, headers, body);
  }

  static Mailbox from(String name) {
    return new Mailbox(name, address("digest@paperboy.example"));
  }

  static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  static MimeMessage parsed(byte[] bytes) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
  }
}
