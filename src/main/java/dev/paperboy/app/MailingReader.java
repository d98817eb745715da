package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.app.Config.TransportChoice;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.HostName;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Bounces;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.mail.SmtpSettings.Dialogue;
import dev.paperboy.mail.SmtpSettings.Pipelining;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads how mails leave: the sections {@code mail}, {@code smtp}, {@code dkim} and {@code
 * delivery}.
 *
 * @param data the data folder, where key files lie
 * @param zone of the times of day
 */
record MailingReader(ConfigSections sections, Path data, ZoneId zone) {

  private static final Mailbox FROM =
      new Mailbox("Paperboy", new EmailAddress("paperboy", "localhost"));

  private static final String NO_ROOM =
      "Choose a shorter address, with at most %d characters before the @, or set mail.tags: none."
          + " Answers and bounces come to that address with a tag behind a plus, which needs room.";

  Mailing mailing() {
    ConfigSection mail = sections.section("mail");
    SenderSettings sender = sender(mail);
    Mailing mailing =
        new Mailing(
            mail.choice("transport", TransportChoice.class, TransportChoice.MAILBOX),
            smtp(sections.section("smtp")),
            sender,
            operator(mail, sender.from().address()),
            delivery(sections.section("delivery")),
            new DkimReader(sections.section("dkim"), data).dkim(sender.from().address()));
    boolean local = ConfigAddresses.isLocal(sender.from().address());
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
    Mailbox from =
        mail.value(
            "from",
            "a name and an address such as \"Paperboy <paperboy@example.org>\"",
            ConfigAddresses::mailbox,
            FROM);
    return new SenderSettings(
        from,
        inbox(mail, from.address()),
        mail.text("postal_address", "").strip(),
        sections
            .top()
            .value(
                "base_url",
                "an address such as https://papers.example.org, without user, \"?\" or \"#\",",
                ConfigAddresses::webAddress,
                URI.create("http://localhost:8080")));
  }

  private Inbox inbox(ConfigSection mail, EmailAddress from) {
    // Read as text first: empty quotes are an answer here, "that of the sender".
    boolean own = mail.node("inbox").isEmpty() || mail.text("inbox", "").isBlank();
    EmailAddress address =
        own
            ? from
            : mail.value(
                "inbox",
                "an address such as answers@example.org, or \"\",",
                EmailAddress::parse,
                from);
    Inbox inbox =
        new Inbox(
            address,
            mail.choice("tags", Tags.class, Tags.PLUS),
            sections.section("smtp").choice("envelope", Bounces.class, Bounces.TAGGED));
    if (!inbox.hasRoom()) {
      mail.node(own ? "from" : "inbox")
          .ifPresent(node -> node.problem(NO_ROOM.formatted(Inbox.longestName())));
    }
    return inbox;
  }

  private static @Nullable EmailAddress operator(ConfigSection mail, EmailAddress any) {
    boolean nobody = mail.node("operator").isEmpty() || mail.text("operator", "").isBlank();
    return nobody
        ? null
        : mail.value(
            "operator", "an address such as root@example.org, or \"\",", EmailAddress::parse, any);
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
        smtp.number("messages_per_connection", 1, 100_000, 100),
        dialogue(smtp));
  }

  private static Dialogue dialogue(ConfigSection smtp) {
    boolean own = smtp.node("hello").isEmpty() || smtp.text("hello", "").isBlank();
    return new Dialogue(
        own
            ? ""
            : smtp.value(
                "hello",
                "the full name of this host in DNS such as news.example.org, its address such as"
                    + " [192.0.2.7], or \"\",",
                HostName::parse,
                ""),
        smtp.choice("pipelining", Pipelining.class, Pipelining.AUTO));
  }

  private DeliverySettings delivery(ConfigSection delivery) {
    LimitsReader limits = new LimitsReader(delivery, zone);
    DeliverySettings settings =
        new DeliverySettings(
            delivery.duration("check_every", "1s", "1d", "10s"),
            delivery.number("connections", 1, 100, 2),
            delivery.duration("max_age", "1m", "30d", "36h"),
            delivery.choice("in_doubt", InDoubt.class, InDoubt.RESEND),
            delivery.number("soft_bounces", 1, 1000, 5),
            limits.limits());
    limits.check(settings);
    return settings;
  }
}
