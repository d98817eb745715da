package dev.paperboy.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** C2 to C6: what the DKIM signatures claim (RFC 6376); whether they verify is another test's. */
final class SignatureRules implements RuleGroup {

  private static final int LEAST_RSA_BITS = 2048;

  private static final List<String> COVERED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "Reply-To",
          "MIME-Version",
          "Content-Type",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Feedback-ID",
          "Auto-Submitted");

  private static final List<String> ONCE_MORE =
      List.of("From", "To", "Subject", "Date", "Reply-To", "Content-Type");

  /** A signature's tags, without the white space that folding brings. */
  private record Signature(HeaderField field, Map<String, String> tags) {

    static Signature of(HeaderField field) {
      Map<String, String> tags = new HashMap<>();
      for (String pair : field.value().split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          tags.put(
              pair.substring(0, equals).strip(), pair.substring(equals + 1).replaceAll("\\s", ""));
        }
      }
      return new Signature(field, tags);
    }

    String tag(String name) {
      return tags.getOrDefault(name, "");
    }

    String place() {
      return field.place();
    }

    boolean isAligned(String from) {
      String domain = tag("d").toLowerCase(Locale.ROOT);
      return domain.contains(".")
          && (from.equals(domain) || from.endsWith("." + domain) || domain.endsWith("." + from));
    }

    long signs(String header) {
      return Arrays.stream(tag("h").split(":")).filter(header::equalsIgnoreCase).count();
    }
  }

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    List<Signature> all = mail.head().all("DKIM-Signature").stream().map(Signature::of).toList();
    if (all.isEmpty()) {
      if (expected.sender().signed()) {
        findings.add(Rule.C2, "There is no DKIM-Signature. Check the key and the signer.");
      }
      return;
    }
    List<Signature> ours = aligned(mail, all);
    if (ours.isEmpty()) {
      findings.add(
          Rule.C2, all.get(0).place() + " is not of the domain of From. Sign with d= that domain.");
      ours = all;
    }
    algorithms(ours, findings);
    for (Signature signature : ours) {
      canonicalization(signature, findings);
      coverage(mail, signature, findings);
    }
  }

  /** All of them where From cannot be read: that is another rule's finding. */
  private static List<Signature> aligned(ParsedMail mail, List<Signature> all) {
    Optional<Mailboxes.Mailbox> from = mail.head().first("From").flatMap(Mailboxes::only);
    return from.isEmpty()
        ? all
        : all.stream().filter(s -> s.isAligned(from.get().address().domain())).toList();
  }

  private static void algorithms(List<Signature> signatures, Findings findings) {
    if (signatures.stream().noneMatch(signature -> signature.tag("a").equals("rsa-sha256"))) {
      findings.add(Rule.C3, "No signature is rsa-sha256, the one that every receiver checks.");
    }
    for (Signature signature : signatures) {
      String algorithm = signature.tag("a");
      if (algorithm.equals("rsa-sha256")) {
        keySize(signature, findings);
      } else if (!algorithm.equals("ed25519-sha256")) {
        findings.add(
            Rule.C3,
            "%s has the algorithm %s. Use rsa-sha256."
                .formatted(signature.place(), Findings.quoted(algorithm)));
      }
      if (signature.tags().containsKey("l")) {
        findings.add(
            Rule.C3, signature.place() + " has l=: anybody can add to the body. Leave it out.");
      }
    }
  }

  /** An RSA signature is as long as its key. */
  private static void keySize(Signature signature, Findings findings) {
    int bits = signature.tag("b").replace("=", "").length() * 6 / 8 * 8;
    if (bits < LEAST_RSA_BITS) {
      findings.add(
          Rule.C3,
          "%s is made with %d bit or broken. Use a key of %d bit."
              .formatted(signature.place(), bits, LEAST_RSA_BITS));
    }
  }

  private static void canonicalization(Signature signature, Findings findings) {
    if (!signature.tag("c").equalsIgnoreCase("relaxed/relaxed")) {
      findings.add(
          Rule.C4,
          "%s has c=%s. Relays change white space: use relaxed/relaxed."
              .formatted(signature.place(), Findings.quoted(signature.tag("c"))));
    }
  }

  private static void coverage(ParsedMail mail, Signature signature, Findings findings) {
    List<String> open = new ArrayList<>();
    for (String name : COVERED) {
      if (signature.signs(name) < mail.head().all(name).size()) {
        open.add(name);
      }
    }
    if (!open.isEmpty()) {
      findings.add(
          Rule.C5,
          "%s does not cover %s. Name them in h=."
              .formatted(signature.place(), String.join(", ", open)));
    }
    List<String> addable = new ArrayList<>(ONCE_MORE);
    addable.removeAll(open);
    addable.removeIf(name -> signature.signs(name) > mail.head().all(name).size());
    if (!addable.isEmpty()) {
      findings.add(
          Rule.C6,
          "%s lets another %s be added. Name them in h= once more than they stand there."
              .formatted(signature.place(), String.join(", ", addable)));
    }
  }
}
