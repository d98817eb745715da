package dev.paperboy.digest;

import dev.paperboy.app.Application;
import dev.paperboy.app.MailExpectations;
import dev.paperboy.app.TestApplication;
import dev.paperboy.lint.BatchLinter;
import dev.paperboy.lint.BatchLinter.Sent;
import dev.paperboy.lint.Expected;
import dev.paperboy.lint.MailLinter;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.paper.Edition;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Digests of one sending, made as in production, with all that is wrong with them. */
final class LintedBatch {

  private record Made(
      Subscriber reader,
      SenderSettings sender,
      Digest digest,
      OutgoingMail mail,
      byte[] message,
      Set<String> secrets) {}

  /** Who sends a mail, and in which language. */
  record Sending(String senderName, String language) {}

  private final TestApplication paperboy;
  private final Application application;
  private int readers;
  private final List<Made> made = new ArrayList<>();

  LintedBatch(TestApplication paperboy) {
    this.paperboy = paperboy;
    this.application = paperboy.application();
  }

  /** One more mail, unless the reader's interests find nothing there. */
  void add(String interests, Sending sending, List<Edition> editions) {
    Subscriber reader = paperboy.subscribe("reader." + readers++ + "@example.org", interests);
    Digest digest =
        application
            .planner()
            .preview(
                application.readership().parser().parse(interests).interests().orElseThrow(),
                editions);
    if (digest.matched() + digest.trending().size() > 0) {
      add(reader, digest, sending);
    }
  }

  void add(Subscriber reader, Digest digest, Sending sending) {
    SenderSettings sender = named(sending.senderName());
    Templates templates = application.templates().in(sending.language());
    DigestMails mails =
        new DigestMails(
            application.archive(),
            application.digests(),
            application.readership(),
            new DigestRenderer(templates, sender),
            new ReaderLinker(sender, application.tokens(), application.bounceTags()),
            application.clock());
    String id = "<%043d@%s>".formatted(made.size(), sender.from().address().domain());
    OutgoingMail mail =
        mails.mail(reader, digest, new Postmark(made.size(), id, application.clock().instant()));
    made.add(
        new Made(reader, sender, digest, mail, application.writer().bytes(mail), secrets(reader)));
  }

  int size() {
    return made.size();
  }

  List<OutgoingMail> mails() {
    return made.stream().map(Made::mail).toList();
  }

  List<Digest> digests() {
    return made.stream().map(Made::digest).toList();
  }

  /** Each with the number of its mail and the subject; then those of the batch. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    List<Sent> sent = new ArrayList<>();
    for (Made one : made) {
      Expected expected = expected(one);
      sent.add(new Sent(one.message, expected));
      new MailLinter()
          .lint(one.message, expected)
          .forEach(
              f -> findings.add(made.indexOf(one) + " " + one.mail.head().subject() + ": " + f));
    }
    new BatchLinter().lint(sent).forEach(f -> findings.add("batch: " + f));
    return findings;
  }

  private SenderSettings named(String name) {
    SenderSettings plain = application.config().mailing().sender();
    return new SenderSettings(
        new Mailbox(name, plain.from().address()),
        plain.inbox(),
        plain.postalAddress(),
        plain.baseUrl());
  }

  private Expected expected(Made one) {
    return new MailExpectations(one.sender, true)
        .ofDigest(one.mail, one.digest, purpose -> application.tokens().of(one.reader, purpose))
        .withStrangers(strangers(one));
  }

  private Set<String> strangers(Made one) {
    return made.stream()
        .filter(other -> other != one)
        .flatMap(other -> other.secrets.stream())
        .collect(Collectors.toSet());
  }

  private Set<String> secrets(Subscriber reader) {
    Set<String> secrets = new HashSet<>(Set.of(reader.address().toString()));
    for (Purpose purpose : Purpose.values()) {
      secrets.add(application.tokens().of(reader, purpose));
    }
    return secrets;
  }
}
