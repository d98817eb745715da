package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.mail.HostName;
import dev.paperboy.mail.Inbox.Bounces;
import dev.paperboy.mail.Inbox.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How this host introduces itself to the mail server, and as whom it sends. */
record HelloCheck(Mailing mailing, Dns dns) implements Check {

  private static final String ABOUT = "smtp.hello";

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(hello(mailing.smtp().dialogue().helloName()));
    if (mailing.sender().inbox().tags() == Tags.PLUS) {
      findings.add(envelope(mailing.sender().inbox().bouncesTo("tag").toString()));
    }
    return findings;
  }

  private Finding hello(String name) {
    if (HostName.isLiteral(name)) {
      return Finding.warning(
          ABOUT,
          "This host has no full name of its own and introduces itself as "
              + name
              + ". Some servers refuse that: set smtp.hello to its name in DNS.");
    }
    List<Optional<List<String>>> answers =
        Stream.of("A", "AAAA").map(type -> dns.records(name, type)).toList();
    if (answers.stream().anyMatch(Optional::isEmpty)) {
      return Finding.ok(ABOUT, "This host introduces itself as " + name + ".");
    }
    return answers.stream().allMatch(found -> found.orElseThrow().isEmpty())
        ? Finding.warning(
            ABOUT,
            "This host introduces itself as "
                + name
                + ", which is not in DNS. Set smtp.hello to a name that has an address.")
        : Finding.ok(ABOUT, "This host introduces itself as " + name + ", which is in DNS.");
  }

  private Finding envelope(String sender) {
    boolean tagged = mailing.sender().inbox().bounces() == Bounces.TAGGED;
    return Finding.ok(
        "smtp.envelope",
        tagged
            ? "Mails leave with senders such as "
                + sender
                + ". If the server refuses them (\"SendAsDenied\", \"not owned by user\"), set"
                + " smtp.envelope: plain."
            : "Mails leave with the sender "
                + sender
                + "; bounces are told apart by the Message-ID that they quote.");
  }
}
