package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.mail.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A7 to A11: who writes to whom, under which id and subject. */
final class IdentityRules implements RuleGroup {

  private static final int LONGEST_ID = 250;
  private static final int LONGEST_SUBJECT = 150;
  private static final int GOOD_SUBJECT = 78;

  private static final Pattern ID =
      Pattern.compile("<([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+)@([A-Za-z0-9.-]+)>");

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mailbox(mail, Rule.A7, "From", expected.sender().from(), findings);
    mailbox(mail, Rule.A8, "To", expected.reader().recipient(), findings);
    replyTo(mail, expected, findings);
    messageId(mail, expected, findings);
    subject(mail, findings);
  }

  private static void mailbox(
      ParsedMail mail, Rule rule, String name, @Nullable EmailAddress wanted, Findings findings) {
    Optional<HeaderField> field = mail.head().first(name);
    if (field.isEmpty()) {
      findings.add(rule, "There is no " + name + ". Name one mailbox.");
      return;
    }
    Optional<Mailboxes.Mailbox> mailbox = Mailboxes.only(field.get());
    if (mailbox.isEmpty()) {
      findings.add(
          rule,
          "%s is not one mailbox: %s. Write one address, with or without a name."
              .formatted(field.get().place(), Findings.quoted(field.get().value())));
    } else if (wanted != null && !mailbox.get().address().key().equals(wanted.key())) {
      findings.add(
          rule,
          "%s is %s, but should be %s."
              .formatted(field.get().place(), mailbox.get().address(), wanted));
    }
  }

  private static void replyTo(ParsedMail mail, Expected expected, Findings findings) {
    Optional<HeaderField> field = mail.head().first("Reply-To");
    boolean ours = expected.kind() == Kind.LIST;
    if (field.isEmpty()) {
      if (ours) {
        findings.add(
            Rule.A9, "There is no Reply-To. Add our address with a token of this subscriber.");
      }
      return;
    }
    Optional<Mailboxes.Mailbox> mailbox = Mailboxes.only(field.get());
    if (mailbox.isEmpty()) {
      findings.add(
          Rule.A9, field.get().place() + " is not one mailbox. Write one address of ours.");
    } else if (ours) {
      replyToken(field.get(), mailbox.get().address(), expected, findings);
    }
  }

  /** The token stands after the plus (RFC 5233), whole; a mailbox may take none. */
  private static void replyToken(
      HeaderField field, EmailAddress address, Expected expected, Findings findings) {
    String local = address.local();
    String known = expected.reader().tokens().reply();
    if (known != null && known.isEmpty()) {
      return;
    }
    String token = local.substring(local.indexOf('+') + 1);
    boolean good =
        local.indexOf('+') > 0 && (known == null ? TokenForm.isOpaque(token) : token.equals(known));
    if (!good) {
      findings.add(
          Rule.A9,
          field.place() + " carries no token of this subscriber. Write name+TOKEN@domain with it.");
    }
  }

  private static void messageId(ParsedMail mail, Expected expected, Findings findings) {
    Optional<HeaderField> field = mail.head().first("Message-ID");
    if (field.isEmpty()) {
      findings.add(Rule.A10, "There is no Message-ID. Add one that a retry repeats.");
      return;
    }
    String id = field.get().value();
    Matcher form = ID.matcher(id);
    String domain = expected.sender().idDomain();
    if (!form.matches()) {
      findings.add(
          Rule.A10,
          "%s is not of the form <left@right>: %s."
              .formatted(field.get().place(), Findings.quoted(id)));
    } else if (id.length() > LONGEST_ID) {
      findings.add(
          Rule.A10,
          "%s has %d characters; %d are the most."
              .formatted(field.get().place(), id.length(), LONGEST_ID));
    } else if (domain != null && !form.group(2).equals(domain.toLowerCase(Locale.ROOT))) {
      findings.add(Rule.A10, field.get().place() + " is not of our domain, " + domain + ".");
    } else if (domain != null && !TokenForm.isOpaque(form.group(1))) {
      findings.add(
          Rule.A10, field.get().place() + " can be guessed. Derive its left side with a secret.");
    }
  }

  private static void subject(ParsedMail mail, Findings findings) {
    String subject = mail.subject();
    int length = subject.codePointCount(0, subject.length());
    if (subject.isBlank()) {
      findings.add(Rule.A11, "The mail has no subject. Say what is in it.");
    }
    if (subject.codePoints().anyMatch(Characters::isControl)) {
      findings.add(
          Rule.A11,
          "The subject has a control character: " + Findings.quoted(subject) + ". Leave it out.");
    }
    if (length > LONGEST_SUBJECT) {
      findings.add(
          Rule.A11,
          "The subject has %d characters; %d are the most.".formatted(length, LONGEST_SUBJECT));
    } else if (length > GOOD_SUBJECT) {
      findings.should(
          Rule.A11,
          "The subject has %d characters; lists of mails show %d at best."
              .formatted(length, GOOD_SUBJECT));
    }
  }
}
