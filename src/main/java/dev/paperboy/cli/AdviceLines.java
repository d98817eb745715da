package dev.paperboy.cli;

import dev.paperboy.digest.Past;
import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Match;
import java.util.stream.Collectors;

/** Advice on interests, for people. */
final class AdviceLines {

  private final Console console;
  private final int examples;

  /**
   * @param examples how many papers are shown for each interest
   */
  AdviceLines(Console console, int examples) {
    this.console = console;
    this.examples = examples;
  }

  void print(Past past, Advice advice) {
    console.say(
        "%s on %s with a list, %s to %s",
        counted(advice.papers(), "paper"),
        counted(advice.days(), "day"),
        past.first(),
        past.last());
    advice.findings().forEach(finding -> print(past, finding));
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void print(Past past, Finding finding) {
    console.say("");
    console.say("%s: %s", finding.interest(), verdict(finding));
    if (!finding.nearby().isEmpty()) {
      console.say("  the archive has: %s", nearby(finding));
    }
    finding.found().stream().limit(examples).forEach(match -> print(past, match));
    int more = finding.found().size() - examples;
    if (more > 0 && examples > 0) {
      console.say("  and %d more", more);
    }
  }

  private static String verdict(Finding finding) {
    String figures =
        "%d papers, %.1f a day, %.1f %% of all"
            .formatted(finding.found().size(), finding.aDay(), finding.share() * 100);
    return switch (finding.verdict()) {
      case FINE -> figures;
      case TOO_WIDE -> figures + "; too wide, add \"all\" or \"not\", or a longer phrase";
      case TOO_NARROW -> "nothing found; too narrow, or misspelt";
    };
  }

  private static String nearby(Finding finding) {
    return finding.nearby().stream()
        .map(nearby -> "%s (%d papers)".formatted(nearby.term(), nearby.papers()))
        .collect(Collectors.joining(", "));
  }

  private void print(Past past, Match match) {
    console.say(
        "  %s  %5.2f  %s",
        past.dayOf(match.paper().edition()), match.score(), match.paper().title());
    console.say("      %s", ReasonLines.words(match.paper(), match.hits()));
  }
}
