package dev.paperboy.interest;

import static dev.paperboy.interest.Parsing.good;
import static dev.paperboy.interest.Parsing.placed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A term tells papers apart, or it is a problem; so nothing is met or hidden by accident. */
class TermRulesTest {

  private static final String ADD = "Add a word to this term: nearly every paper has it.";
  private static final String CAPITALS =
      "Write \"=\" before this term to mean its capitals: nearly every paper has it in small"
          + " letters.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the",
        "The",
        "of the",
        "what if",
        "to be, or not to be",
        "a",
        "no",
        "on",
        "cans",
        "the-",
        "with in",
        "in-to",
        "w ith",
        "it's",
        "=the",
        "=The",
        "=I",
        "=A",
        "=of the",
        "=It",
        "ｔｈｅ"
      })
  void a_term_of_small_words_is_a_problem(String term) {
    assertProblem(term, ADD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IT", "WHO", "US", "CAN", "THE", "OR IS"})
  void small_words_in_capitals_are_a_problem_that_knows_the_way_out(String term) {
    assertProblem(term, CAPITALS);
    assertGood("=" + term);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in context",
        "attention is all you need",
        "all-to-all",
        "what-if",
        "CAN bus",
        "vitamin a",
        "C",
        "x",
        "R",
        "I/O",
        "Q&A",
        "AT&T",
        "a b",
        "canes",
        "强化",
        "تعلم",
        "למידה",
        "½",
        "é",
        "0"
      })
  void a_term_with_a_word_of_its_own_is_good(String term) {
    assertGood(term);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "g*     | Write at least 2 letters before the \"*\".",
        "A*     | Write at least 2 letters before the \"*\".",
        "(g)*   | Write at least 2 letters before the \"*\".",
        "can*   | Write more letters before the \"*\": so it also meets small words such as \"can\".",
        "th*    | Write more letters before the \"*\": so it also meets small words such as \"than\".",
        "of th* | Write more letters before the \"*\": so it also meets small words such as \"than\".",
        "a b*   | Write more letters before the \"*\": so it also meets small words such as \"be\".",
        "w-i*   | Write more letters before the \"*\": so it also meets small words such as \"will\".",
        "*      | Write a word before the \"*\": a term needs at least one letter or digit.",
        "!!*    | Write a word before the \"*\": a term needs at least one letter or digit."
      })
  void a_beginning_that_small_words_have_is_a_problem(String term, String problem) {
    assertProblem(term, problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gr*", "canc*", "the gra*", "diffusion m*", "x y*", "re*", "强化*", "3D*"})
  void a_beginning_that_no_small_word_has_is_good(String term) {
    assertGood(term);
  }

  @Test
  void a_term_has_at_most_sixty_four_words() {
    assertGood("学".repeat(64));
    assertProblem(
        "学".repeat(65),
        "Shorten this term: it may have at most 64 words, and each Chinese or Japanese character"
            + " counts as one.");
  }

  /** Wherever a term may stand: a wide mute would hide everything. */
  private static void assertProblem(String term, String problem) {
    String quoted = "'" + term.replace("'", "''") + "'";
    assertThat(placed("interests:\n  - " + quoted)).containsExactly("2:5 " + problem);
    assertThat(placed("interests: robots\nmute: [" + quoted + "]"))
        .containsExactly("2:8 " + problem);
    assertThat(placed("interests: [{any: robots, not: " + quoted + "}]"))
        .containsExactly("1:32 " + problem);
  }

  private static void assertGood(String term) {
    assertThat(good("interests:\n  - '" + term + "'\n").interests())
        .extracting(Interest::name)
        .containsExactly(term);
  }
}
