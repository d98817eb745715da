package dev.paperboy.digest;

import dev.paperboy.paper.Paper;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words above the papers: what is in a digest, said short enough for a list of mails. */
final class Headline {

  /** Leaves room for the date in a subject of 78 characters. */
  private static final int LONGEST = 68;

  private static final int SHORTEST_PREHEADER = 40;
  private static final int LONGEST_PREHEADER = 130;
  private static final int LONGEST_NAME = 100;

  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private static final DateTimeFormatter BRIEF =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private Headline() {}

  static DigestView.Head of(Digest digest) {
    String headline = headline(digest);
    String summary = summary(digest);
    return new DigestView.Head("", headline, summary, preheader(digest, summary));
  }

  static DigestView.Day day(LocalDate date) {
    return new DigestView.Day(FULL.format(date), BRIEF.format(date), date.toString());
  }

  /** An interest's name as it is shown within a sentence. */
  static String name(String interest) {
    return ShortText.cut(ShortText.line(interest).strip(), LONGEST_NAME);
  }

  /** The same where a line begins with it; {@code eBPF} keeps its small letter. */
  static String title(String interest) {
    String name = name(interest);
    String word = name.split(" ", 2)[0];
    boolean plain = !word.isEmpty() && word.chars().allMatch(Character::isLowerCase);
    return plain ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
  }

  /** {@code 1 paper}, {@code 2 papers}. */
  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String headline(Digest digest) {
    int trending = digest.trending().size();
    int matched = digest.matched();
    if (matched == 0) {
      return count(trending, "trending paper", "trending papers") + " on a quiet day";
    }
    Digest.Section first =
        digest.sections().stream().filter(s -> !s.entries().isEmpty()).findFirst().orElseThrow();
    String start = count(first.entries().size(), "paper", "papers") + " on ";
    int others = matched - first.entries().size();
    String end = others == 0 ? "" : ", " + others + " more";
    int room = LONGEST - start.length() - end.length();
    return start + ShortText.cut(name(first.interest()), room) + end;
  }

  private static String summary(Digest digest) {
    int matched = digest.matched();
    int trending = digest.trending().size();
    if (matched == 0) {
      return "No new paper meets your interests today; "
          + (trending == 1 ? "this is the one" : "these are the " + trending)
          + " everybody talks about.";
    }
    String meets = count(matched, "paper meets your interests", "papers meet your interests");
    return trending == 0
        ? meets + "."
        : meets + ", and " + trending + (trending == 1 ? " more is" : " more are") + " trending.";
  }

  private static String preheader(Digest digest, String summary) {
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
    for (String filler : List.of(summary, FULL.format(digest.date()))) {
      if (words.length() < SHORTEST_PREHEADER) {
        words.append(words.isEmpty() ? "" : " · ").append(filler);
      }
    }
    return ShortText.cut(words.toString(), LONGEST_PREHEADER);
  }
}
