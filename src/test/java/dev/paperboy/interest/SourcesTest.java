package dev.paperboy.interest;

import static dev.paperboy.interest.Parsing.good;
import static dev.paperboy.interest.Parsing.onlyInterest;
import static dev.paperboy.interest.Parsing.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors, organizations and votes. */
class SourcesTest {

  @Test
  void one_name_or_a_list_of_names_says_who_made_the_paper() {
    Interests interests =
        good(
            """
            interests:
              - author: Yoshua Bengio
              - organization: [NVIDIA, Tencent]
              - name: Robots from home
                any: robot
                author: [José García, J. Smith]
                organization: ETH Zürich
                min_votes: 5
            """);
    assertThat(interests.interests())
        .extracting(interest -> interest.criteria().source())
        .containsExactly(
            new Source(List.of("Yoshua Bengio"), List.of()),
            new Source(List.of(), List.of("NVIDIA", "Tencent")),
            new Source(List.of("José García", "J. Smith"), List.of("ETH Zürich")));
    assertThat(interests.interests())
        .extracting(interest -> interest.criteria().votes())
        .containsExactly(0, 0, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{author: Yoshua Bengio}                | Yoshua Bengio",
        "{author: [A. Bea, C. Dee]}             | A. Bea",
        "{organization: NVIDIA}                 | NVIDIA",
        "{organization: [NVIDIA], author: Bea}  | Bea",
        "{author: Bea, all: [robot, arm]}       | robot",
        "{author: Bea, all: robot, any: '=UAV'} | =UAV",
        "{author: Bea, name: Hers}              | Hers"
      })
  void an_interest_without_a_name_goes_by_what_it_looks_for_first(String yaml, String name) {
    assertThat(onlyInterest("interests:\n  - " + yaml).name()).isEqualTo(name);
  }

  @Test
  void a_name_is_kept_as_written_but_for_its_blanks_and_repetitions() {
    assertThat(
            onlyInterest("interests: [{author: ['  Ada   Bytes ', Ada Bytes, ADA BYTES]}]")
                .criteria()
                .source()
                .authors())
        .containsExactly("Ada Bytes", "ADA BYTES");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Null", "Wu", "True Price", "王小明", "李", "X Æ A-12", "d'Alembert", "1e5"})
  void any_word_with_a_letter_is_an_author(String name) {
    assertThat(onlyInterest("interests: [{author: " + name + "}]").criteria().source().authors())
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01.AI", "42", "WHO", "360", "University of the Arts", "X"})
  void an_organization_may_be_a_number(String name) {
    assertThat(
            onlyInterest("interests: [{organization: " + name + "}]")
                .criteria()
                .source()
                .organizations())
        .containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{author: 42}           | 2:14 Write a name with letters, such as Yoshua Bengio.",
        "{author: \"...\"}      | 2:14 Write a name with letters, such as Yoshua Bengio.",
        "{author: \"=Bea\"}     | 2:14 Write the name of an author without \"=\" and \"*\": those",
        "{author: Ben*}         | 2:14 Write the name of an author without \"=\" and \"*\": those",
        "{author: \"\"}         | 2:14 Write the name of an author between the quotes, or remove",
        "{author: }             | 2:13 Write a text or a list for \"author\": nothing is written",
        "{author: {first: Ada}} | 2:14 Write the name of an author for \"author\", not keys with",
        "{author: [[Ada]]}      | 2:15 Write the name of an author as an item of \"author\", not a",
        "{author: []}           | 2:5 Add \"any\", \"all\", \"author\" or \"organization\": nothing",
        "{organization: \"--\"} | 2:20 Write a name: it needs at least one letter or digit.",
        "{organization: the}    | 2:20 Write more of the name: these words stand in many names.",
        "{organisation: x}      | 2:6 \"organisation\" is not known here. Did you mean \"organization\"?",
        "{org: NVIDIA, in: title} | 2:6 \"org\" is not known here. Did you mean \"organization\"?",
        "{authors: x, any: y}   | 2:6 \"authors\" is not known here. Did you mean \"author\"?",
        "{min_votes: 5}         | 2:5 Add \"any\", \"all\", \"author\" or \"organization\": votes alone",
        "{any: x, min_votes: 100001} | 2:25 Write a whole number from 0 to 100000 for \"min_votes\".",
        "{any: x, min_votes: -1}     | 2:25 Write a whole number from 0 to 100000 for \"min_votes\".",
        "{any: x, min_votes: many}   | 2:25 Write a whole number from 0 to 100000 for \"min_votes\".",
      })
  void what_is_wrong_says_what_to_do(String yaml, String problem) {
    assertThat(placed("interests:\n  - " + yaml).get(0)).startsWith(problem);
  }

  @Test
  void names_count_as_terms_do_and_every_one_that_is_written_counts() {
    String nineteen = numbered("r", 19);
    String twenty = "interests: [{any: [" + nineteen + "], author: Bea";
    assertThat(good(twenty + "}]").interests()).hasSize(1);
    String tooMany = "1:13 Split this interest in two: it may have at most 20 terms and names.";
    assertThat(placed(twenty + ", organization: X}]")).containsExactly(tooMany);
    assertThat(placed(twenty + ", not: X}]")).containsExactly(tooMany);
    assertThat(placed("interests: [{author: [" + "Bea, ".repeat(21) + "]}]"))
        .containsExactly(tooMany);
  }

  @Test
  void a_name_has_at_most_a_hundred_characters() {
    assertThat(good("interests: [{author: " + "x".repeat(100) + "}]").interests()).hasSize(1);
    assertThat(placed("interests: [{author: " + "x".repeat(101) + "}]"))
        .containsExactly("1:22 Shorten this: it may have at most 100 characters.");
  }

  private static String numbered(String letter, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> letter + number)
        .collect(Collectors.joining(", "));
  }
}
