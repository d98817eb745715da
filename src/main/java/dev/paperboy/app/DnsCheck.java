package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.mail.DkimKey.WrongKey;
import dev.paperboy.mail.DkimKeyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What receivers look up before they take a mail: who may send for the domain (SPF, RFC 7208), what
 * to do with other mail (DMARC, RFC 7489), the public keys (DKIM), and where answers go (MX).
 */
record DnsCheck(Mailing mailing, Dns dns) implements Check {

  @Override
  public List<Finding> findings() {
    try {
      List<Finding> findings = new ArrayList<>();
      findings.add(spf(mailing.sender().inbox().address().domain()));
      for (DkimKeyFile file : mailing.dkim().used()) {
        dkim(file).ifPresent(findings::add);
      }
      findings.add(dmarc(mailing.sender().from().address().domain()));
      findings.add(mx(mailing.sender().inbox().address().domain()));
      return findings;
    } catch (NoSuchElementException unanswered) {
      // One unanswered question is enough: nobody should wait for the others.
      return List.of(
          Finding.warning(
              "DNS", "Could not ask DNS, so SPF, DKIM, DMARC and MX were not looked at."));
    }
  }

  private Finding spf(String domain) {
    List<String> records = texts(domain, "v=spf1");
    if (records.size() == 1) {
      return Finding.ok("SPF", domain + " has a record: " + records.get(0));
    }
    return records.isEmpty()
        ? Finding.problem(
            "SPF",
            domain
                + " has no SPF record. Add a TXT record that names your mail server, such as"
                + " \"v=spf1 a:"
                + mailing.smtp().server().host()
                + " -all\"; your mail provider says which.")
        : Finding.problem(
            "SPF", domain + " has several SPF records, which count as none. Make them one.");
  }

  private Optional<Finding> dkim(DkimKeyFile file) {
    String name = file.selector() + "._domainkey." + mailing.dkim().domain();
    String about = "DKIM record";
    try {
      String wanted = publicKey(file.read().record());
      List<String> records = ask(name, "TXT");
      if (records.stream().map(DnsCheck::publicKey).anyMatch(wanted::equals)) {
        return Optional.of(Finding.ok(about, name + " has the public key."));
      }
      return Optional.of(
          Finding.problem(
              about,
              records.isEmpty()
                  ? name
                      + " does not exist, so no signature can be checked. Add a TXT record: "
                      + file.read().record()
                  : name
                      + " has another key than "
                      + file.path()
                      + ". Change the TXT record to: "
                      + file.read().record()));
    } catch (WrongKey saidElsewhere) {
      return Optional.empty();
    }
  }

  private Finding dmarc(String domain) {
    for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
      List<String> records = texts("_dmarc." + at, "v=dmarc1");
      if (records.size() == 1) {
        return Finding.ok("DMARC", at + " has a policy: " + records.get(0));
      }
    }
    return Finding.problem(
        "DMARC",
        domain
            + " has no DMARC policy, and large receivers refuse its mail. Add a TXT record at"
            + " _dmarc."
            + domain
            + ", to begin with: \"v=DMARC1; p=none\"");
  }

  private Finding mx(String domain) {
    return ask(domain, "MX").isEmpty()
        ? Finding.warning(
            "MX",
            domain
                + " has no MX record, so answers and bounces may not arrive. Set mail.inbox to an"
                + " address that receives mail.")
        : Finding.ok("MX", "Answers and bounces reach " + domain + ".");
  }

  private List<String> texts(String name, String start) {
    return ask(name, "TXT").stream()
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(start))
        .toList();
  }

  private List<String> ask(String name, String type) {
    return dns.records(name, type).orElseThrow();
  }

  private static String publicKey(String record) {
    return record.replaceAll("\\s", "").replaceFirst("^(?:.*;)?p=([^;]*).*$", "$1");
  }
}
