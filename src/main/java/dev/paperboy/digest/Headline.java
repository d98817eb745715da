package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.paper.Paper;
import dev.paperboy.template.Dates;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words above the papers: what is in a digest, said short enough for a list of mails. */
final class Headline {

  private static final int LONGEST = 68;

  /** With the dot between, a subject of 78 characters. */
  private static final int LONGEST_WITH_DATE = 75;

  private static final int SHORTEST_PREHEADER = 40;
  private static final int LONGEST_PREHEADER = 130;
  private static final int LONGEST_NAME = 100;

  /** However little room its words leave, so much of an interest's name is shown. */
  private static final int SHORTEST_NAME = 10;

  private final Texts texts;

  Headline(Texts texts) {
    this.texts = texts;
  }

  DigestView.Head of(Digest digest) {
    String headline = ShortText.cut(headline(digest), longest(digest.days()));
    String summary = summary(digest);
    return new DigestView.Head("", headline, summary, preheader(digest, summary));
  }

  DigestView.Day day(Days days) {
    Dates dates = texts.dates();
    return new DigestView.Day(
        dates.full(days.first(), days.last()),
        dates.brief(days.first(), days.last()),
        days.last().toString());
  }

  /** An interest's name as it is shown within a sentence. */
  static String name(String interest) {
    return ShortText.cut(ShortText.line(interest).strip(), LONGEST_NAME);
  }

  /** The same where a line begins with it; {@code eBPF} keeps its small letter. */
  String title(String interest) {
    String name = name(interest);
    String word = name.split(" ", 2)[0];
    boolean plain = !word.isEmpty() && word.chars().allMatch(Character::isLowerCase);
    return plain
        ? name.substring(0, 1).toUpperCase(texts.language().locale()) + name.substring(1)
        : name;
  }

  private String headline(Digest digest) {
    int matched = digest.matched();
    if (matched == 0) {
      return texts.of(
          "digest.headline." + quiet(digest.days()), Map.of("count", digest.trending().size()));
    }
    Digest.Section first =
        digest.sections().stream().filter(s -> !s.entries().isEmpty()).findFirst().orElseThrow();
    int count = first.entries().size();
    String words = papers(count, matched - count, "", digest.days());
    int room = Math.max(SHORTEST_NAME, longest(digest.days()) - words.length());
    String name = ShortText.cut(name(first.interest()), room);
    return papers(count, matched - count, name, digest.days());
  }

  private String papers(int count, int others, String interest, Days days) {
    Map<String, Object> values = Map.of("count", count, "interest", interest, "others", others);
    String papers = texts.of("digest.headline." + (others == 0 ? "first" : "others"), values);
    return days.isWeek() ? texts.of("digest.headline.week", Map.of("headline", papers)) : papers;
  }

  /** The headline's room beside the date in the subject. */
  private int longest(Days days) {
    return Math.min(LONGEST, LONGEST_WITH_DATE - day(days).brief().length());
  }

  private static String quiet(Days days) {
    return days.isWeek() ? "quiet_week" : days.isOneDay() ? "quiet_day" : "quiet_days";
  }

  private String summary(Digest digest) {
    int trending = digest.trending().size();
    if (digest.matched() == 0) {
      return texts.of("digest.summary." + quiet(digest.days()), Map.of("count", trending));
    }
    String papers = texts.of("digest.summary.papers", Map.of("count", digest.matched()));
    if (trending == 0) {
      return texts.of("digest.summary.meets", Map.of("papers", papers));
    }
    String more = texts.of("digest.summary.trending", Map.of("count", trending));
    return texts.of(
        "digest.summary.meets_and_trending", Map.of("papers", papers, "trending", more));
  }

  private String preheader(Digest digest, String summary) {
    Stream<Digest.Entry> entries =
        Stream.concat(
            digest.sections().stream().flatMap(section -> section.entries().stream()),
            digest.trending().stream());
    List<String> parts = new ArrayList<>();
    entries
        .map(Digest.Entry::paper)
        .map(Paper::title)
        .map(title -> ShortText.cut(ShortText.line(title).strip(), 90))
        .limit(3)
        .forEach(parts::add);
    StringBuilder words = new StringBuilder(String.join(" · ", parts));
    for (String filler : List.of(summary, day(digest.days()).full())) {
      if (words.length() < SHORTEST_PREHEADER) {
        words.append(words.isEmpty() ? "" : " · ").append(filler);
      }
    }
    return ShortText.cut(words.toString(), LONGEST_PREHEADER);
  }
}
