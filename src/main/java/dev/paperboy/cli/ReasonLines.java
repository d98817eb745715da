package dev.paperboy.cli;

import dev.paperboy.digest.Digest;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The papers of a digest and why each is in it, for people. */
final class ReasonLines {

  private ReasonLines() {}

  static void print(Console console, Digest digest) {
    digest
        .sections()
        .forEach(
            section ->
                section
                    .entries()
                    .forEach(
                        entry -> {
                          console.say("  %s", entry.paper().title());
                          console.say("      %s", why(entry));
                        }));
    digest.trending().forEach(entry -> console.say("  %s%n      trending", entry.paper().title()));
    if (digest.more() > 0) {
      console.say("  %d more papers matched than the mail holds", digest.more());
    }
  }

  /** Such as {@code Machine unlearning: "unlearning" in title}. */
  private static String why(Entry entry) {
    return entry.reasons().stream()
        .map(reason -> reason.interest() + ": " + words(entry.paper(), reason.hits()))
        .collect(Collectors.joining("; "));
  }

  /** Such as {@code Machine unlearning (unlearning)}. */
  static String brief(Entry entry) {
    return entry.reasons().stream()
        .map(
            reason ->
                reason.hits().stream()
                    .map(hit -> hit.wordsOf(entry.paper()).toLowerCase(Locale.ROOT))
                    .distinct()
                    .collect(Collectors.joining(", ", reason.interest() + " (", ")")))
        .collect(Collectors.joining("; "));
  }

  /** The words of the paper that met an interest, each once. */
  static String words(Paper paper, List<Hit> hits) {
    List<String> words = hits.stream().map(hit -> word(paper, hit)).distinct().limit(3).toList();
    return String.join(", ", words);
  }

  private static String word(Paper paper, Hit hit) {
    return "\"%s\" in %s"
        .formatted(hit.wordsOf(paper), hit.field().name().toLowerCase(Locale.ROOT));
  }
}
