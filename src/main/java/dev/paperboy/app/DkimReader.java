package dev.paperboy.app;

import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKeyFile;
import dev.paperboy.mail.DkimSettings;
import dev.paperboy.mail.EmailAddress;
import java.nio.file.Path;

/** Reads how mails are signed: the section {@code dkim}. */
record DkimReader(ConfigSection dkim, Path data) {

  /**
   * The settings.
   *
   * @param from whose mails are signed
   */
  DkimSettings dkim(EmailAddress from) {
    DkimKeyFile rsa = file("selector", "key", "dkim.pem", Algorithm.RSA);
    DkimKeyFile ed25519 =
        file("ed25519_selector", "ed25519_key", "dkim-ed25519.pem", Algorithm.ED25519);
    if (ed25519.used() && !rsa.used()) {
      problem(
          "ed25519_selector",
          "Set dkim.selector, too: many receivers know no Ed25519, so it only goes beside RSA.");
    } else if (ed25519.used() && ed25519.selector().equalsIgnoreCase(rsa.selector())) {
      problem("ed25519_selector", "Choose another name than for dkim.selector: each key has one.");
    }
    return new DkimSettings(domain(from), rsa, ed25519);
  }

  private String domain(EmailAddress from) {
    String domain = dnsName("domain", "a domain such as example.org");
    boolean aligned =
        domain.isEmpty()
            || from.domain().equals(domain)
            || (domain.contains(".") && from.domain().endsWith("." + domain));
    if (!aligned) {
      problem(
          "domain",
          "Choose the domain of mail.from or a parent of it: receivers accept no other signature"
              + " for it (DMARC).");
    }
    return domain.isEmpty() ? from.domain() : domain;
  }

  private DkimKeyFile file(String selector, String key, String byDefault, Algorithm algorithm) {
    return new DkimKeyFile(
        dnsName(selector, "a name such as s2026"), dkim.file(key, data, byDefault), algorithm);
  }

  /** A name of letters, digits, hyphens and dots, in lower case; may be left empty. */
  private String dnsName(String key, String what) {
    if (dkim.text(key, "").isBlank()) {
      return "";
    }
    return dkim.value(
        key,
        what + ", or \"\",",
        text -> EmailAddress.parse("x@" + text.strip()).map(EmailAddress::domain),
        "");
  }

  private void problem(String key, String sentence) {
    dkim.node(key).ifPresent(node -> node.problem(sentence));
  }
}
