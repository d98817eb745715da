package dev.paperboy.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.digest.Past;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Advice.Nearby;
import dev.paperboy.match.Hit;
import dev.paperboy.match.Match;
import dev.paperboy.paper.Paper;
import java.util.List;
import java.util.Locale;

/** What {@code match --format json} prints. The names of its fields are a promise. */
record MatchDocument(
    @JsonProperty("first_day") String firstDay,
    @JsonProperty("last_day") String lastDay,
    @JsonProperty("days_with_list") int daysWithList,
    int papers,
    List<Found> interests) {

  record Found(
      String interest,
      int papers,
      @JsonProperty("papers_a_day") double papersADay,
      double share,
      String verdict,
      List<Nearby> nearby,
      List<Matched> matches) {}

  record Matched(String key, String title, String day, double score, List<Words> hits) {}

  record Words(String field, int start, int end, String term, String words) {}

  static MatchDocument of(Past past, Advice advice) {
    return new MatchDocument(
        past.first().toString(),
        past.last().toString(),
        advice.days(),
        advice.papers(),
        advice.findings().stream().map(finding -> found(past, finding)).toList());
  }

  private static Found found(Past past, Finding finding) {
    return new Found(
        finding.interest(),
        finding.found().size(),
        rounded(finding.aDay()),
        rounded(finding.share()),
        word(finding.verdict()),
        finding.nearby(),
        finding.found().stream().map(match -> matched(past, match)).toList());
  }

  private static Matched matched(Past past, Match match) {
    Paper paper = match.paper();
    return new Matched(
        paper.key(),
        paper.title(),
        past.dayOf(paper.edition()).toString(),
        rounded(match.score()),
        match.hits().stream().map(hit -> words(paper, hit)).toList());
  }

  private static Words words(Paper paper, Hit hit) {
    return new Words(word(hit.field()), hit.start(), hit.end(), hit.term(), hit.wordsOf(paper));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
