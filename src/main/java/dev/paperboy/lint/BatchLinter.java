package dev.paperboy.lint;

import dev.paperboy.mail.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges mails of one sending beside each other, by the rules of group F. Each alone is for the
 * {@link MailLinter}. Has no state and may be shared by threads.
 */
public final class BatchLinter {

  /** A mail with its envelope, which stands in {@link Expected#reader()}. */
  public record Sent(byte[] message, Expected expected) {}

  /** A mail that was taken apart, and its place in the batch, counted from 1. */
  private record Member(int number, ParsedMail mail, Expected expected) {

    Optional<String> recipient() {
      EmailAddress recipient = expected.reader().recipient();
      return Optional.ofNullable(recipient).map(EmailAddress::key);
    }

    Optional<String> bounce() {
      return Optional.ofNullable(expected.reader().envelopeSender())
          .map(sender -> sender.toLowerCase(Locale.ROOT));
    }
  }

  /** What is wrong with the mails together; a rule is silent where their envelopes are unknown. */
  public List<Finding> lint(List<Sent> batch) {
    List<Member> members = new ArrayList<>();
    for (Sent sent : batch) {
      members.add(new Member(members.size() + 1, ParsedMail.of(sent.message()), sent.expected()));
    }
    Findings findings = new Findings();
    oneList(members, findings);
    recipients(members, findings);
    bounces(members, findings);
    repeated(Rule.F3, "Message-ID", members, m -> header(m, "Message-ID"), findings);
    others(members, findings);
    return findings.all();
  }

  private static void oneList(List<Member> members, Findings findings) {
    Map<String, Integer> lists = new HashMap<>();
    members.forEach(m -> header(m, "List-Id").ifPresent(id -> lists.putIfAbsent(id, m.number())));
    if (lists.size() > 1) {
      findings.add(Rule.B1, "The mails have " + lists.size() + " different List-Ids. Use one.");
    }
  }

  private static void recipients(List<Member> members, Findings findings) {
    repeated(Rule.F1, "recipient", members, Member::recipient, findings);
    for (Member member : members) {
      long named =
          member.mail().head().fields().stream()
              .filter(field -> field.name().matches("(?i)to|cc|bcc"))
              .count();
      boolean one =
          named == 1 && member.mail().head().first("To").flatMap(Mailboxes::only).isPresent();
      if (!one) {
        findings.add(Rule.F1, "Mail " + member.number() + " does not name one recipient in To.");
      }
    }
  }

  private static void bounces(List<Member> members, Findings findings) {
    repeated(Rule.F2, "bounce address", members, Member::bounce, findings);
    for (Member member : members) {
      String domain = member.expected().sender().bounceDomain();
      boolean elsewhere =
          domain != null && member.bounce().filter(b -> !b.endsWith("@" + domain)).isPresent();
      if (elsewhere) {
        findings.add(
            Rule.F2,
            "The bounce address of mail %d is not at %s.".formatted(member.number(), domain));
      }
    }
  }

  private static void repeated(
      Rule rule,
      String what,
      List<Member> members,
      Function<Member, Optional<String>> key,
      Findings findings) {
    Map<String, Integer> first = new HashMap<>();
    for (Member member : members) {
      Optional<String> value = key.apply(member);
      Integer before = value.map(v -> first.putIfAbsent(v, member.number())).orElse(null);
      if (before != null) {
        findings.add(
            rule,
            "Mails %d and %d have the same %s. Each needs its own."
                .formatted(before, member.number(), what));
      }
    }
  }

  private static void others(List<Member> members, Findings findings) {
    for (Member member : members) {
      Haystack haystack = Haystack.of(member.mail());
      for (Member other : members) {
        Optional<String> address = other.recipient();
        if (address.isPresent()
            && !address.equals(member.recipient())
            && haystack.has(address.get())) {
          findings.add(
              Rule.F4,
              "Mail %d has the address of mail %d's recipient. Find out why."
                  .formatted(member.number(), other.number()));
        }
      }
    }
  }

  private static Optional<String> header(Member member, String name) {
    return member.mail().head().first(name).map(HeaderField::value);
  }
}
