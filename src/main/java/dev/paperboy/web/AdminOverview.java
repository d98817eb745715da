package dev.paperboy.web;

import dev.paperboy.digest.RunSummary;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.ReplyWording;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.OutboxFigures.Domain;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.subscriber.Suppressions.Reason;
import dev.paperboy.template.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the operator's page. They read whole tables, so they are counted at most once in
 * half a minute. Threads may share it.
 */
final class AdminOverview {

  static final Duration KEPT = Duration.ofSeconds(30);

  private static final int DAYS = 30;
  private static final int DOMAINS = 15;
  private static final int EDITIONS = 7;
  private static final int DOCUMENTS = 5000;
  private static final int INTERESTS = 15;
  private static final int REASONS = 20;

  private final AdminParts parts;
  private final Catalogue catalogue;
  private final InterestsParser parser;
  private final Supplier<Health> health;
  private final Clock clock;
  private @Nullable Figures last;

  /**
   * Counted at one moment.
   *
   * @param today of the runs that began today
   * @param mails of the deliveries that were put in today
   */
  private record Figures(
      Instant at,
      RunSummary today,
      Map<State, Integer> mails,
      Map<dev.paperboy.subscriber.Subscriber.State, Integer> subscribers,
      NavigableMap<LocalDate, Map<State, Integer>> deliveries,
      NavigableMap<LocalDate, Map<String, Integer>> feedback,
      List<Domain> domains,
      List<Map<String, Object>> suppressions,
      List<Map<String, Object>> interests) {}

  AdminOverview(WebParts web, AdminParts parts) {
    this.parts = parts;
    this.catalogue = web.library().catalogue();
    this.parser = web.readership().parser();
    this.health = web.health();
    this.clock = web.clock();
  }

  /** What the template shows. */
  Map<String, Object> values(Texts texts) {
    Figures figures = figures();
    Health now = health.get();
    Map<String, Object> values = new HashMap<>();
    values.put("ok", now.ok());
    values.put("health", now.details());
    values.put("run", figures.today.sentence());
    values.put("mails", sum(figures.mails, texts));
    values.put("subscribers", subscribers(figures));
    values.put("days", days(figures));
    values.put("domains", figures.domains);
    values.put("suppressions", figures.suppressions);
    values.put("interests", figures.interests);
    values.put("sampled", DOCUMENTS);
    values.put("editions", editions(texts));
    return values;
  }

  private synchronized Figures figures() {
    Instant now = clock.instant();
    Figures known = last;
    if (known == null || known.at.plus(KEPT).isBefore(now)) {
      known = count(now);
      last = known;
    }
    return known;
  }

  private Figures count(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Instant today = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant month = day.minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Figures(
        now,
        parts.runs().since(today),
        parts.deliveries().since(today),
        parts.subscribers().byState(),
        parts.deliveries().byDay(month),
        parts.feedback().byDay(month),
        parts.deliveries().domains(month, DOMAINS),
        suppressions(),
        interests());
  }

  /** Why readers are suppressed, alike words as one reason; without addresses. */
  private List<Map<String, Object>> suppressions() {
    Map<String, Integer> readers = new HashMap<>();
    for (Reason reason : parts.suppressions().reasons()) {
      readers.merge(ReplyWording.of(reason.words()).words(), reason.readers(), Integer::sum);
    }
    return most(readers, REASONS, "reason");
  }

  /** What the active readers look for most, by the name they gave it. */
  private List<Map<String, Object>> interests() {
    Map<String, Integer> readers = new HashMap<>();
    for (String document : parts.subscribers().documents(DOCUMENTS)) {
      parser.parse(document).interests().stream()
          .flatMap(interests -> interests.interests().stream())
          .map(Interest::name)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .distinct()
          .forEach(name -> readers.merge(name, 1, Integer::sum));
    }
    return most(readers, INTERESTS, "name");
  }

  private static List<Map<String, Object>> most(
      Map<String, Integer> readers, int limit, String name) {
    return readers.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(entry -> Map.<String, Object>of(name, entry.getKey(), "readers", entry.getValue()))
        .toList();
  }

  /** {@code 3 mails = 2 sent + 1 pending}. */
  private static String sum(Map<State, Integer> mails, Texts texts) {
    int all = mails.values().stream().mapToInt(Integer::intValue).sum();
    List<String> terms = new ArrayList<>();
    mails.forEach((state, number) -> terms.add(number + " " + state.word()));
    String total = texts.of("page.admin.mails", Map.of("count", all));
    return terms.isEmpty() ? total : total + " = " + String.join(" + ", terms);
  }

  private static List<Map<String, Object>> subscribers(Figures figures) {
    return figures.subscribers.entrySet().stream()
        .map(
            entry ->
                Map.<String, Object>of("state", entry.getKey().word(), "number", entry.getValue()))
        .toList();
  }

  /** One row for each day, those without anything included. */
  private static List<Map<String, Object>> days(Figures figures) {
    LocalDate last = LocalDate.ofInstant(figures.at, ZoneOffset.UTC);
    List<Map<String, Object>> days = new ArrayList<>();
    for (LocalDate day = last.minusDays(DAYS - 1L); !day.isAfter(last); day = day.plusDays(1)) {
      Map<State, Integer> sent = figures.deliveries.getOrDefault(day, Map.of());
      Map<String, Integer> reported = figures.feedback.getOrDefault(day, Map.of());
      int complaints = reported.getOrDefault("complaint", 0);
      int delays = reported.getOrDefault("delayed", 0);
      int all = reported.values().stream().mapToInt(Integer::intValue).sum();
      days.add(
          Map.of(
              "day",
              day.toString(),
              "sent",
              sent.getOrDefault(State.SENT, 0),
              "failed",
              sent.getOrDefault(State.FAILED, 0) + sent.getOrDefault(State.EXPIRED, 0),
              "bounces",
              all - complaints - delays,
              "complaints",
              complaints));
    }
    return days;
  }

  private List<Map<String, Object>> editions(Texts texts) {
    return catalogue.editionsBefore(Integer.MAX_VALUE, EDITIONS).stream()
        .map(
            line ->
                Map.<String, Object>of(
                    "number", line.edition().number(),
                    "day", texts.dates().withYear(line.edition().digestDate()),
                    "papers", line.edition().papers(),
                    "mailed", !line.edition().archiveOnly()))
        .toList();
  }
}
