package dev.paperboy.outbox;

import java.util.Map;

/**
 * How fast mail may leave, as far as one process is concerned.
 *
 * @param perMinute at most so many mails a minute to all receivers together; 0: no limit
 * @param perDomain for each receiving domain that has no limit of its own
 * @param domains limits of single domains, by their name in lower case
 * @param warmUp how a new sender begins
 * @param window the time of day at which mail is sent
 */
public record SendingLimits(
    int perMinute,
    DomainLimit perDomain,
    Map<String, DomainLimit> domains,
    WarmUp warmUp,
    SendWindow window) {

  /** Nothing is held back. */
  public static final SendingLimits NONE =
      rates(0, new DomainLimit(Integer.MAX_VALUE, 0), Map.of());

  public SendingLimits {
    domains = Map.copyOf(domains);
  }

  /** At any time, without a warm-up. */
  static SendingLimits rates(
      int perMinute, DomainLimit perDomain, Map<String, DomainLimit> domains) {
    return new SendingLimits(perMinute, perDomain, domains, WarmUp.OFF, SendWindow.ALWAYS);
  }

  /** The same at any time, without a warm-up. */
  SendingLimits ratesAlone() {
    return rates(perMinute, perDomain, domains);
  }

  /**
   * What one receiving domain may get.
   *
   * @param connections at most so many mails at the same time, at least 1
   * @param perMinute at most so many mails a minute; 0: no limit
   */
  public record DomainLimit(int connections, int perMinute) {}

  DomainLimit of(String domain) {
    return domains.getOrDefault(domain, perDomain);
  }
}
