package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.digest.SenderSettings;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.yaml.YamlNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how mails leave: the sections {@code mail}, {@code smtp} and {@code delivery}. */
record MailingReader(ConfigSections sections) {

  private static final Mailbox FROM =
      new Mailbox("Paperboy", new EmailAddress("paperboy", "localhost"));

  Mailing mailing() {
    ConfigSection mail = sections.section("mail");
    Mailing mailing =
        new Mailing(
            mail.choice("transport", TransportChoice.class, TransportChoice.MAILBOX),
            smtp(sections.section("smtp")),
            sender(mail),
            delivery(sections.section("delivery")));
    boolean local = ConfigAddresses.isLocal(mailing.sender().from().address());
    if (mailing.transport() == TransportChoice.SMTP && local) {
      mail.node("from")
          .or(() -> mail.node("transport"))
          .ifPresent(
              node ->
                  node.problem(
                      "Set mail.from to an address of your domain: with transport smtp, mails from"
                          + " localhost are refused everywhere."));
    }
    return mailing;
  }

  private SenderSettings sender(ConfigSection mail) {
    return new SenderSettings(
        mail.value(
            "from",
            "a name and an address such as \"Paperboy <paperboy@example.org>\"",
            ConfigAddresses::mailbox,
            FROM),
        replyTo(mail),
        mail.text("postal_address", "").strip(),
        sections
            .top()
            .value(
                "base_url",
                "an address such as https://papers.example.org, without user, \"?\" or \"#\",",
                ConfigAddresses::webAddress,
                URI.create("http://localhost:8080")));
  }

  private static @Nullable EmailAddress replyTo(ConfigSection mail) {
    Optional<YamlNode> node = mail.node("reply_to");
    // Read as text first: empty quotes are an answer here, "to the sender".
    if (node.isEmpty() || mail.text("reply_to", "").isBlank()) {
      return null;
    }
    return node.get()
        .as("an address such as help@example.org, or \"\",", EmailAddress::parse)
        .orElse(null);
  }

  private static SmtpSettings smtp(ConfigSection smtp) {
    return new SmtpSettings(
        new Server(
            smtp.word("host", "the name of a mail server", "localhost"),
            smtp.number("port", 1, 65_535, 587),
            smtp.choice("security", Security.class, Security.STARTTLS)),
        smtp.text("user", ""),
        smtp.text("password", ""),
        new Timeouts(
            smtp.duration("connect_timeout", "1s", "1h", "30s"),
            smtp.duration("read_timeout", "1s", "1h", "300s"),
            smtp.duration("write_timeout", "1s", "1h", "60s")),
        smtp.number("messages_per_connection", 1, 100_000, 100));
  }

  private static DeliverySettings delivery(ConfigSection delivery) {
    return new DeliverySettings(
        delivery.duration("check_every", "1s", "1d", "10s"),
        delivery.number("connections", 1, 100, 2),
        delivery.duration("max_age", "1m", "30d", "36h"),
        delivery.choice("in_doubt", InDoubt.class, InDoubt.RESEND));
  }
}
