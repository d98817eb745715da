package dev.paperboy.app;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.outbox.SendWindow;
import dev.paperboy.outbox.SendingLimits;
import dev.paperboy.outbox.SendingLimits.DomainLimit;
import dev.paperboy.outbox.WarmUp;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how fast mail may leave and when: the keys of {@code delivery} that hold mails back. */
record LimitsReader(ConfigSection delivery, ZoneId zone) {

  private static final Pattern WINDOW = Pattern.compile("(\\d{2}:\\d{2}) ?- ?(\\d{2}:\\d{2})");

  /** The keys of one domain under {@code domains}. */
  private static final List<String> OF_A_DOMAIN = List.of("connections", "per_minute");

  private static final int MOST_PER_MINUTE = 1_000_000;
  private static final int MOST_GROWTH = 10;

  SendingLimits limits() {
    DomainLimit usual = limit(delivery.section("per_domain"), new DomainLimit(5, 0));
    return new SendingLimits(
        perMinute(delivery, 0),
        usual,
        delivery
            .node("domains")
            .flatMap(YamlNode::asMap)
            .map(map -> domains(map, usual))
            .orElse(Map.of()),
        warmUp(delivery.section("warm_up")),
        window());
  }

  private static WarmUp warmUp(ConfigSection keys) {
    return new WarmUp(
        keys.number("first_day", 0, MOST_PER_MINUTE, WarmUp.OFF.firstDay()),
        keys.node("growth")
            .flatMap(node -> node.asDecimal(1, MOST_GROWTH))
            .orElse(WarmUp.OFF.growth()));
  }

  private SendWindow window() {
    return delivery.value(
        "window",
        "two times of day such as \"07:00-22:00\", or \"\",",
        text -> window(text.strip()),
        SendWindow.ALWAYS);
  }

  private Optional<SendWindow> window(String text) {
    Matcher times = WINDOW.matcher(text);
    if (text.isEmpty() || !times.matches()) {
      return text.isEmpty() ? Optional.of(SendWindow.ALWAYS) : Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(times.group(1));
      LocalTime to = LocalTime.parse(times.group(2));
      return Optional.of(new SendWindow(from, to, zone)).filter(window -> !from.equals(to));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A mail that is planned when the window has closed must still live when it opens. */
  void check(DeliverySettings settings) {
    Duration closed = settings.limits().window().closed();
    if (settings.maxAge().compareTo(closed) <= 0) {
      delivery
          .node("window")
          .ifPresent(
              node ->
                  node.problem(
                      ("Set delivery.max_age to more than %d minutes, or widen the window: a mail"
                              + " planned when it has closed would be too old when it opens.")
                          .formatted(closed.toMinutes())));
    }
  }

  private static Map<String, DomainLimit> domains(YamlMap map, DomainLimit usual) {
    Map<String, DomainLimit> limits = new TreeMap<>();
    for (String name : map.keys()) {
      if (EmailAddress.parse("name@" + name).isEmpty()) {
        map.problem(name, "Write the part of an address after the @, such as gmail.com.");
      }
      Optional<YamlMap> keys = map.get(name).flatMap(YamlNode::asMap);
      keys.ifPresent(
          written -> {
            written.rejectUnknownKeys(OF_A_DOMAIN);
            limits.put(name.toLowerCase(Locale.ROOT), limit(new ConfigSection(written), usual));
          });
    }
    return limits;
  }

  private static DomainLimit limit(ConfigSection keys, DomainLimit usual) {
    return new DomainLimit(
        keys.number("connections", 1, 100, usual.connections()),
        perMinute(keys, usual.perMinute()));
  }

  private static int perMinute(ConfigSection keys, int byDefault) {
    return keys.number("per_minute", 0, MOST_PER_MINUTE, byDefault);
  }
}
