package dev.paperboy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StemTest {

  /** What stems are made of: endings, irregular words and British spellings, cut to pieces. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "o",
          "u",
          "r",
          "s",
          "e",
          "l",
          "ll",
          "ing",
          "ed",
          "ied",
          "ies",
          "es",
          "ss",
          "us",
          "is",
          "oe",
          "xe",
          "che",
          "isation",
          "ation",
          "is",
          "ise",
          "yse",
          "logue",
          "centre",
          "programme",
          "pro",
          "gramme",
          "colo",
          "ur",
          "our",
          "behavi",
          "behaviou",
          "neigh",
          "bour",
          "model",
          "theses",
          "hypo",
          "matrices",
          "series",
          "sub",
          "lens",
          "dynamics",
          "thermo",
          "fall",
          "trained",
          "re",
          "pre",
          "fine",
          "tuning",
          "judge",
          "ment",
          "r\u00e9",
          "3",
          "xyz",
          "tts");

  @Property(tries = 20_000)
  void the_stem_of_a_compound_with_a_settled_end_is_the_beginning_and_the_stem_of_the_end(
      @ForAll("words") String beginning, @ForAll("words") String end) {
    if (Stem.isKept(beginning) && Stem.isSettled(end)) {
      assertThat(Stem.of(beginning + end)).isEqualTo(beginning + Stem.of(end));
    }
  }

  @Property(tries = 20_000)
  void so_is_that_of_a_compound_with_a_short_end(
      @ForAll("words") String beginning, @ForAll("pieces") String end) {
    if (Stem.isKept(beginning) && Stem.isSettled(end)) {
      assertThat(Stem.of(beginning + end)).isEqualTo(beginning + Stem.of(end));
    }
  }

  @Property(tries = 20_000)
  void so_is_that_of_a_compound_of_three_whose_middle_is_kept_and_settled(
      @ForAll("words") String beginning,
      @ForAll("pieces") String middle,
      @ForAll("words") String end) {
    if (Stem.isKept(beginning)
        && Stem.isKept(middle)
        && Stem.isSettled(middle)
        && Stem.isSettled(end)) {
      assertThat(Stem.of(beginning + middle + end)).isEqualTo(beginning + middle + Stem.of(end));
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES);
  }

  @Provide
  Arbitrary<String> words() {
    return Combinators.combine(
            Arbitraries.of(PIECES), Arbitraries.of(PIECES), Arbitraries.of(PIECES))
        .as((one, two, three) -> one + two + three);
  }
}
