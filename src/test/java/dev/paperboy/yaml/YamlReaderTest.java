package dev.paperboy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.text.Spelling;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static final YamlReader READER = new YamlReader(16_384, "interests");

  private Problems problems = new Problems("");

  private Optional<YamlMap> read(String text) {
    problems = new Problems(text);
    return READER.read(text, problems);
  }

  private YamlNode value(String text) {
    return read("key: " + text).orElseThrow().get("key").orElseThrow();
  }

  private List<String> messages() {
    return problems.list().stream().map(Problem::message).toList();
  }

  private List<String> places() {
    return problems.list().stream().map(p -> p.line() + ":" + p.column()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "12:30", "1e3", "2510", "0x1F", "true", "~", "2026-12-24", "<<"})
  void a_scalar_is_text_as_written(String text) {
    assertThat(value(text).asText()).contains(text);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void keys_are_text_as_written() {
    assertThat(read("on: monday\nno: x\n").orElseThrow().keys()).containsExactly("on", "no");
  }

  @Test
  void numbers_keep_to_their_bounds() {
    assertThat(value("50").asInt(1, 50)).contains(50);
    assertThat(value("\"7\"").asInt(1, 50)).contains(7);
    assertThat(value("0.5").asDecimal(0.1, 10)).contains(0.5);
    assertThat(value(".5").asDecimal(0.1, 10)).contains(0.5);
    assertThat(value("51").asInt(1, 50)).isEmpty();
    assertThat(messages()).containsExactly("Write a whole number from 1 to 50 for \"key\".");
    assertThat(value("0,5").asDecimal(0.1, 10)).isEmpty();
    assertThat(messages()).containsExactly("Write a number from 0.1 to 10 for \"key\".");
    assertThat(value("99999999999999999999").asInt(1, 50)).isEmpty();
    assertThat(value("1e1").asDecimal(0.1, 10)).isEmpty();
    assertThat(value("10.00000000000000000001").asDecimal(0.1, 10)).isEmpty();
    assertThat(value("0.09999999999999999999").asDecimal(0.1, 10)).isEmpty();
    assertThat(value("10.00").asDecimal(0.1, 10)).contains(10.0);
  }

  @Test
  void a_word_that_only_one_candidate_begins_with_is_meant() {
    List<String> candidates = List.of("title", "abstract", "anywhere", "weekday", "week");
    assertThat(Spelling.closest("Abs", candidates)).contains("abstract");
    assertThat(Spelling.closest("ab", candidates)).isEmpty();
    assertThat(Spelling.closest("weekd", candidates)).contains("week");
    assertThat(Spelling.closest("weekda", candidates)).contains("weekday");
    assertThat(Spelling.closest("wee", List.of("weekly", "weekend"))).isEmpty();
  }

  @Test
  void a_constant_may_be_in_any_case_and_a_slip_gets_a_hint() {
    assertThat(value("Monday").asEnum(DayOfWeek.class)).contains(DayOfWeek.MONDAY);
    assertThat(value("wenesday").asEnum(DayOfWeek.class)).isEmpty();
    assertThat(messages())
        .containsExactly(
            "Write monday, tuesday, wednesday, thursday, friday, saturday or sunday for \"key\"."
                + " Did you mean \"wednesday\"?");
  }

  @Test
  void a_scalar_stands_for_a_list_of_one() {
    assertThat(value("one").asList()).hasSize(1);
    assertThat(value("[one, two]").asList()).hasSize(2);
    assertThat(value("one").size()).isEqualTo(1);
    assertThat(value("[one, two]").size()).isEqualTo(2);
    assertThat(value("[]").size()).isZero();
    assertThat(value("").size()).isZero();
    assertThat(value("[]").asList()).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void a_missing_value_is_a_problem_that_says_what_is_missing() {
    assertThat(value("").asInt(1, 50)).isEmpty();
    assertThat(messages())
        .containsExactly(
            "Write a whole number from 1 to 50 for \"key\": nothing is written there.");
    assertThat(value("# a comment").asList()).isEmpty();
    assertThat(messages())
        .containsExactly("Write a text or a list for \"key\": nothing is written there.");
  }

  @Test
  void empty_quotes_are_an_empty_text() {
    assertThat(value("\"\"").asText()).contains("");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void a_wrong_shape_is_named() {
    assertThat(value("[a]").asText()).isEmpty();
    assertThat(messages()).containsExactly("Write a text for \"key\", not a list.");
    assertThat(value("{a: b}").asText()).isEmpty();
    assertThat(messages())
        .containsExactly(
            "Write a text for \"key\", not keys with values; a text with a colon needs quotes.");
    assertThat(value("a").asMap()).isEmpty();
    assertThat(messages())
        .containsExactly("Write indented lines of the form \"key: value\" for \"key\".");
    assertThat(value("[[a]]").asList().get(0).asText()).isEmpty();
    assertThat(messages()).containsExactly("Write a text as an item of \"key\", not a list.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\nb\"", "\"a\\0\"", "\"\\uD800\"", "\"\\u2028\"", "|\n  a\n  b"})
  void a_text_with_a_line_break_or_control_character_is_refused(String text) {
    assertThat(value(text).asText()).isEmpty();
    assertThat(messages())
        .containsExactly("Write a text for \"key\" in one line, without control characters.");
  }

  @Test
  void all_problems_come_at_once_ordered_by_place() {
    YamlMap map = read("one: x\ntwoo: 3\none: y\n").orElseThrow();
    map.get("one").orElseThrow().asInt(0, 9);
    map.rejectUnknownKeys(List.of("one", "two"));
    assertThat(messages())
        .containsExactly(
            "Write a whole number from 0 to 9 for \"one\".",
            "\"twoo\" is not known here. Did you mean \"two\"?",
            "Write \"one\" only once: it stands in line 1 already.");
    assertThat(places()).containsExactly("1:6", "2:1", "3:1");
  }

  @Test
  void a_problem_prints_with_its_line_and_a_caret() {
    read("a: 1\nb: [x, *y]\n");
    assertThat(problems.list().get(0).toString().lines())
        .containsExactly(
            "line 2, column 8: Put the text in quotes: YAML gives a \"*\" at the beginning another"
                + " meaning.",
            "  b: [x, *y]",
            "         ^");
  }

  @Test
  void an_unknown_key_far_from_all_others_gets_the_list() {
    read("colour: red").orElseThrow().rejectUnknownKeys(List.of("any", "all"));
    assertThat(messages()).containsExactly("\"colour\" is not known here. Use one of any, all.");
  }

  @Test
  void the_value_of_an_alias_is_complained_about_once() {
    YamlMap map = read("a: *b").orElseThrow();
    assertThat(map.get("a").orElseThrow().asText()).isEmpty();
    assertThat(map.get("a").orElseThrow().asList()).isEmpty();
    assertThat(problems.list()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "a: &b c     | 1:4  | Put the text in quotes: YAML gives a \"&\"",
        "a: !!int 3  | 1:4  | Put the text in quotes: YAML gives a \"!\"",
        "a: !x [b]   | 1:4  | Put the text in quotes: YAML gives a \"!\"",
        "a: [b       | 1:4  | Close the list that begins here with \"]\"",
        "a: {b       | 1:4  | Close what begins here with \"}\"",
        "a: \"b      | 1:4  | Close the quotes that begin here",
        "a: 'b       | 1:4  | Close the quotes that begin here",
        "a: \"b\" c  | 1:8  | Put quotes around the whole text",
        "a: @b       | 1:4  | Put the text in quotes: YAML does not let",
        "a: `b       | 1:4  | Put the text in quotes: YAML does not let",
        "a: %b       | 1:4  | Put the text in quotes: YAML does not let",
        "a: * b      | 1:4  | Put the text in quotes: YAML gives a \"*\"",
        "a: >b       | 1:4  | Put the text in quotes: YAML gives \">\"",
        "a: ]        | 1:4  | Put the text in quotes",
        "a: [b]]     | 1:7  | Remove this bracket",
        "a: b: c     | 1:5  | Put quotes around the text if this colon",
        "a: - b      | 1:4  | Begin the list on a line of its own",
        "a: \"\\q\"  | 1:6  | Write a backslash twice",
        "a: b;cd     | 2:1  | Put a colon and a space after this key",
        "a:;  - b; - c | 3:2 | Indent this line like the others",
        "a:;  - b;    - c | 2:5 | Write this in one line",
        "a:;\t- b    | 2:1  | Use spaces instead of tabs",
        "a: b\u001bc | 1:5  | Remove the control character U+001B",
        "[a]: b      | 1:1  | Write a word as the key",
        "\"\": b     | 1:1  | Write a word as the key",
        "- b         | 1:1  | Begin with \"interests:\"",
        "b           | 1:1  | Begin with \"interests:\"",
        "a: b;---;c: d | 2:1 | Remove this line: \"---\" begins a second document",
        "a: b;...;c: d | 3:1 | Give this a key and a colon",
        "a: [[[[[[[[b | 1:11 | Use fewer levels",
        "a: \"\\UFFFFFFFF\" | 1:1 | Check quotes, brackets, colons",
        "%YAML 9.0;---;a: b | 1:1 | Check quotes, brackets, colons",
      })
  void what_cannot_be_read_is_explained(String text, String place, String message) {
    read(text.replace(';', '\n'));
    assertThat(places()).containsExactly(place);
    assertThat(messages().get(0)).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "\uFEFF", "%FOO\n"})
  void an_empty_document_has_no_keys(String text) {
    assertThat(read(text).orElseThrow().keys()).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_no_matter() {
    YamlMap map = read("\uFEFFa: b\r\nc: d\r\n").orElseThrow();
    assertThat(map.keys()).containsExactly("a", "c");
    map.rejectUnknownKeys(List.of("a"));
    assertThat(problems.list().get(0).source()).isEqualTo("c: d");
  }

  @Test
  void eight_levels_are_allowed() {
    assertThat(read("a: [[[[[[[b]]]]]]]")).isPresent();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void rewriting_changes_every_text_and_a_refusal_is_complained_about_once() {
    YamlMap map =
        read("a: [x, {b: x}]\nc: bad\nd:\n")
            .orElseThrow()
            .rewritten(
                (node, text) -> {
                  if (text.equals("bad")) {
                    node.problem("Set it.");
                    return Optional.empty();
                  }
                  return Optional.of(text + "!");
                });
    List<YamlNode> items = map.get("a").orElseThrow().asList();
    assertThat(items.get(0).asText()).contains("x!");
    assertThat(items.get(1).asMap().orElseThrow().get("b").orElseThrow().asText()).contains("x!");
    assertThat(map.get("c").orElseThrow().asInt(1, 2)).isEmpty();
    assertThat(messages()).containsExactly("Set it.");
  }

  @Test
  void control_characters_of_a_quoted_key_do_not_reach_the_message() {
    read("\"a\\e[2Jb\\Lc\": d").orElseThrow().rejectUnknownKeys(List.of("x"));
    assertThat(messages())
        .containsExactly("\"a\uFFFD[2Jb\uFFFDc\" is not known here. Use one of x.");
  }
}
