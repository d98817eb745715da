package dev.paperboy.web;

import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.digest.Lookback;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Advice.Nearby;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.match.Match;
import dev.paperboy.template.Texts;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a document of interests would have found on the last days, as the template {@code preview}
 * shows it; or what is wrong with the document. Changes nothing. Threads may share it.
 */
final class InterestsPreview {

  /** So many papers are shown for each interest. */
  private static final int EXAMPLES = 3;

  private final InterestsParser parser;
  private final Lookback lookback;

  InterestsPreview(InterestsParser parser, Lookback lookback) {
    this.parser = parser;
    this.lookback = lookback;
  }

  /** The values of the template. */
  Map<String, Object> of(String document, Texts texts) {
    Parsed parsed = parser.parse(document);
    Map<String, Object> values = new HashMap<>();
    values.put("problems", ProblemLines.of(parsed.problems()));
    values.put("days", 0);
    values.put("papers", 0);
    values.put("findings", List.of());
    values.put("matched", 0L);
    parsed.interests().map(lookback::advice).ifPresent(advice -> add(values, advice, texts));
    return values;
  }

  private static void add(Map<String, Object> values, Advice advice, Texts texts) {
    values.put("days", advice.days());
    values.put("papers", advice.papers());
    values.put("matched", matched(advice));
    values.put(
        "findings", advice.findings().stream().map(finding -> finding(finding, texts)).toList());
  }

  /** How many papers meet any of the interests. */
  private static long matched(Advice advice) {
    return advice.findings().stream()
        .flatMap(finding -> finding.found().stream())
        .mapToInt(Match::index)
        .distinct()
        .count();
  }

  private static Map<String, Object> finding(Finding finding, Texts texts) {
    List<Match> found = finding.found();
    return Map.of(
        "name", finding.interest(),
        "count", found.size(),
        "rate", rate(finding.aDay(), texts),
        "verdict", finding.verdict().name().toLowerCase(Locale.ROOT),
        "share", Math.round(finding.share() * 100),
        "nearby", finding.nearby().stream().map(near -> nearby(near, texts)).toList(),
        "examples", found.stream().limit(EXAMPLES).map(m -> example(m, finding, texts)).toList(),
        "more", finding.verdict() == Verdict.TOO_NARROW ? 0 : Math.max(0, found.size() - EXAMPLES));
  }

  private static Map<String, Object> example(Match match, Finding finding, Texts texts) {
    List<Hit> inTitle = match.hits().stream().filter(hit -> hit.field() == Field.TITLE).toList();
    Map<String, Object> card = new HashMap<>(PaperCard.of(match.paper(), texts));
    card.put("heading", PaperCard.marked(match.paper().title(), inTitle));
    Reason reason = new Reason(finding.interest(), match.hits());
    card.put("reasons", PaperCard.reasons(List.of(reason), match.paper(), texts));
    return card;
  }

  private static String nearby(Nearby nearby, Texts texts) {
    return texts.of(
        "page.preview.term", Map.of("term", texts.quoted(nearby.term()), "count", nearby.papers()));
  }

  private static String rate(double aDay, Texts texts) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.language().locale());
    format.setMaximumFractionDigits(aDay < 10 ? 1 : 0);
    return format.format(aDay);
  }
}
