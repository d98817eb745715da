package dev.paperboy.app;

import dev.paperboy.mail.SenderSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What readers and receiving servers ask of a sender besides DNS. */
record SenderCheck(SenderSettings sender) implements Check {

  @Override
  public List<Finding> findings() {
    return List.of(baseUrl(), postalAddress());
  }

  private Finding baseUrl() {
    URI base = sender.baseUrl();
    if (isOfThisMachine(base.getHost())) {
      return Finding.problem(
          "base_url",
          "Readers cannot reach " + base + ". Set base_url to where they reach the web pages.");
    }
    return "https".equalsIgnoreCase(base.getScheme())
        ? Finding.ok("base_url", "Links in mails begin with " + base + ".")
        : Finding.problem(
            "base_url",
            base
                + " is not secure, and receivers accept one-click unsubscribe by https only"
                + " (RFC 8058). Put a server with TLS in front and set base_url to its https"
                + " address.");
  }

  private Finding postalAddress() {
    return sender.postalAddress().isEmpty()
        ? Finding.warning(
            "postal address",
            "The footer names none, and the law in many places wants one. Set mail.postal_address.")
        : Finding.ok("postal address", "The footer names one.");
  }

  private static boolean isOfThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.startsWith("127.")
        || name.equals("[::1]")
        || name.equals("0.0.0.0");
  }
}
