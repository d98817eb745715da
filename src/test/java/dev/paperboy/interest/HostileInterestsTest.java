package dev.paperboy.interest;

import static dev.paperboy.interest.Parsing.good;
import static dev.paperboy.interest.Parsing.onlyInterest;
import static dev.paperboy.interest.Parsing.placed;
import static dev.paperboy.interest.Parsing.quickly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the document: the right term, or a problem with its place, and soon. */
class HostileInterestsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3D",
        "2024",
        "1e5",
        "null",
        "true",
        "Yes",
        "~x",
        "0x1F",
        "12:30",
        "2024-01-31",
        ".5",
        "-1",
        "1_000",
        "=",
        "<<",
        "C#"
      })
  void what_is_a_number_a_date_or_a_constant_elsewhere_is_the_word_or_a_problem(String scalar) {
    InterestsParser.Parsed parsed = quickly("interests:\n  - " + scalar + "\n");
    if (parsed.interests().isPresent()) {
      assertThat(parsed.interests().get().interests())
          .extracting(Interest::name)
          .containsExactly(scalar);
    } else {
      assertThat(scalar).isIn("=", "<<");
      assertThat(parsed.problems())
          .singleElement()
          .matches(problem -> problem.line() == 2 && problem.column() == 5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$x",
        ".*x",
        "[a-z]{9}",
        "x|y",
        "^x$",
        "\\\\d+",
        "(?i)x",
        "x{1000000}",
        "$(x)"
      })
  void characters_of_regular_expressions_are_characters(String text) {
    if (text.indexOf('*') < 0) {
      assertThat(good("interests: ['" + text + "']").interests())
          .extracting(Interest::name)
          .containsExactly(text);
    } else {
      assertThat(placed("interests: ['" + text + "']").get(0)).contains("only at the end");
    }
  }

  @Test
  void text_from_right_to_left_is_a_term_and_a_caret_counts_its_characters() {
    assertThat(onlyInterest("interests: [تعلم الآلة]").name()).isEqualTo("تعلم الآلة");
    assertThat(placed("interests: [למידה, '*']").get(0)).startsWith("1:20 Write a word before");
  }

  @Test
  void marks_that_turn_the_direction_of_writing_stay_out_of_terms_and_names() {
    assertThat(onlyInterest("interests: [\"\u202Eevil\u202C \u2067robot\u2069\"]").name())
        .isEqualTo("evil robot");
    assertThat(placed("interests: [\"\u202E\"]").get(0))
        .startsWith("1:13 Write a word or a phrase");
    List<Problem> problems = Parsing.problems("interests: [\"\u202E*\"]");
    assertThat(problems.get(0).toString()).doesNotContain("\u202E");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "interests:;\t- x          | 2:1 Use spaces instead of tabs at the beginning of a line.",
        "interests:;  \t- x        | 2:3 Use spaces instead of tabs at the beginning of a line.",
        "interests: ['a\u0007b']   | 1:15 Remove the control character U+0007.",
        "interests: [\"a\\u0007b\"] | 1:13 Write a word or a phrase as an item of \"interests\" in one",
        "interests: [\"a\\nb\"]    | 1:13 Write a word or a phrase as an item of \"interests\" in one",
        "interests: x;interests: y | 2:1 Write \"interests\" only once: it stands in line 1 already.",
        "interests: [{any: x, any: y}] | 1:22 Write \"any\" only once: it stands in line 1 already.",
        "interests: [&r x, *r]     | 1:13 Put the text in quotes: YAML gives a \"&\"",
        "interests: [!!str x]      | 1:13 Put the text in quotes: YAML gives a \"!\"",
        "interests: [!java.net.URL x] | 1:13 Put the text in quotes: YAML gives a \"!\"",
        "interests: x;mute: [[[[[[[[[y]]]]]]]]] | 2:14 Use fewer levels: this is nested too deep.",
        "interests: []             | 1:12 Add at least one interest",
        "interests: [[]]           | 1:13 Write a word or a phrase as an item of \"interests\", not a",
        "interests: [{}]           | 1:13 Add \"any\", \"all\", \"author\" or \"organization\"",
        "interests: [{any: [], all: []}] | 1:13 Add \"any\", \"all\", \"author\" or \"organization\"",
        "interests: x;---;interests: y | 2:1 Remove this line",
        "interests: on             | 1:12 Add a word to this term",
        "<<: {interests: x}        | 1:1 \"<<\" is not known here.",
      })
  void what_cannot_be_meant_is_a_problem_with_its_place(String yaml, String problem) {
    quickly(yaml.replace(';', '\n'));
    assertThat(placed(yaml.replace(';', '\n')).get(0)).startsWith(problem);
  }

  @Test
  void empty_lists_where_nothing_is_needed_are_no_problem() {
    assertThat(good("interests: [{any: x, all: [], not: [], author: []}]\nmute: []\n").mute())
        .isEmpty();
  }

  @Test
  void a_term_of_a_hundred_thousand_characters_is_one_problem() {
    for (String letter : List.of("x", "x ", "学", "*", "=", "\u202E", "'", "a-")) {
      for (String form : List.of("interests: \"%s\"", "interests:\n  - %s\n", "%s: x")) {
        assertThat(quickly(form.formatted(letter.repeat(100_000 / letter.length()))).problems())
            .hasSize(1);
      }
    }
  }

  @Test
  void what_fills_a_document_to_its_limit_is_answered_at_once() {
    for (String piece :
        List.of(
            "  - x\n",
            "  - the\n",
            "  - x y z\n",
            "  - {any: x}\n",
            "  - {any: [x, y]}\n",
            "  - author: x\n",
            "  - {q: x, w: y}\n",
            "  - [",
            "  - {a: ",
            "  - *a\n",
            "  - &a x\n",
            "  - x*\n",
            "  - \"\\u0007\"\n",
            "\n",
            " ",
            "#",
            "  - 学\n",
            "  - x-x-x-x-x-x-x-x\n")) {
      String document = "interests:\n" + piece.repeat(16_000 / piece.length());
      assertThat(quickly(document).problems()).hasSizeLessThanOrEqualTo(100);
      assertThat(quickly("interests: x\nmute:\n" + document.substring(11)).problems())
          .hasSizeLessThanOrEqualTo(100);
    }
  }

  @Test
  void ten_levels_of_ten_aliases_are_refused_and_not_unfolded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i <= 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertThat(quickly(bomb + "interests: *a10\n").problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("YAML gives a \"*\""));
  }
}
