package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.Term.Kind;
import dev.paperboy.yaml.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestsParserTest {

  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);

  private static Interests parse(String yaml) {
    InterestsParser.Parsed parsed = PARSER.parse(yaml);
    assertThat(parsed.problems()).isEmpty();
    return parsed.interests().orElseThrow();
  }

  private static List<String> problems(String yaml) {
    InterestsParser.Parsed parsed = PARSER.parse(yaml);
    assertThat(parsed.interests()).isEmpty();
    assertThat(parsed.problems()).isNotEmpty();
    return parsed.problems().stream().map(Problem::message).toList();
  }

  private static Term words(String text) {
    return new Term(text, Kind.WORDS);
  }

  @Test
  void the_whole_language_is_read() {
    Interests interests =
        parse(
            """
            # mine
            interests:
              - reinforcement learning
              - "=RAG"
              - "grasp*"
              - name: Machine unlearning
                any: [machine unlearning, "unlearn*"]
                all: [language model]
                not: survey
                in: title
                boost: 2
            mute: blockchain
            digest:
              every: week
              on: Friday
              at: 07:45
              timezone: Europe/Berlin
              papers: 20
              trending: 0
              quiet_day: roll
              format: text
            pause_until: 2026-12-24
            """);
    assertThat(interests.interests())
        .containsExactly(
            bare("reinforcement learning", words("reinforcement learning")),
            bare("=RAG", new Term("RAG", Kind.EXACT)),
            bare("grasp*", new Term("grasp", Kind.PREFIX)),
            new Interest(
                "Machine unlearning",
                new Criteria(
                    List.of(words("machine unlearning"), new Term("unlearn", Kind.PREFIX)),
                    List.of(words("language model")),
                    List.of(words("survey")),
                    Scope.TITLE),
                2));
    assertThat(interests.mute()).containsExactly(words("blockchain"));
    assertThat(interests.digest())
        .isEqualTo(
            new DigestWishes(
                new Rhythm(
                    Every.WEEK, DayOfWeek.FRIDAY, LocalTime.of(7, 45), ZoneId.of("Europe/Berlin")),
                20,
                0,
                QuietDay.ROLL,
                Format.TEXT));
    assertThat(interests.pauseUntil()).isEqualTo(LocalDate.of(2026, 12, 24));
  }

  private static Interest bare(String name, Term term) {
    return new Interest(name, new Criteria(List.of(term), List.of(), List.of(), Scope.ANYWHERE), 1);
  }

  @Test
  void a_lone_topic_is_a_list_of_one() {
    assertThat(parse("interests: robot learning").interests())
        .containsExactly(bare("robot learning", words("robot learning")));
  }

  @Test
  void a_lone_interest_with_keys_is_a_list_of_one() {
    assertThat(parse("interests:\n  any: [grasp, grip]\n").interests())
        .extracting(Interest::name)
        .containsExactly("grasp");
  }

  @Test
  void what_the_digest_block_leaves_out_comes_from_the_defaults() {
    DigestWishes digest = parse("interests: x1\ndigest: {papers: 5}").digest();
    assertThat(digest.papers()).isEqualTo(5);
    assertThat(digest.rhythm()).isEqualTo(DigestWishes.DEFAULT.rhythm());
    assertThat(parse("interests: x1").digest()).isEqualTo(DigestWishes.DEFAULT);
    assertThat(parse("interests: x1").pauseUntil()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none-such",
        "12",
        "2510",
        "C++",
        "1e3",
        "null",
        "über",
        "强化学习",
        "GPT-4o",
        "3D",
        "2024",
        "true",
        "1e5",
        "2024-01-31",
        "0x1F",
        "~x"
      })
  void a_bare_topic_is_text_as_written(String topic) {
    assertThat(parse("interests:\n  - " + topic).interests().get(0))
        .isEqualTo(bare(topic, words(topic)));
  }

  @Test
  void blanks_around_and_within_a_term_are_one() {
    assertThat(parse("interests: \"  deep \u00A0 learning \"").interests().get(0).name())
        .isEqualTo("deep learning");
    assertThat(parse("interests: \"= RAG\"").interests().get(0).name()).isEqualTo("=RAG");
  }

  @Test
  void a_term_that_stands_twice_in_a_list_counts_once() {
    Interests interests = parse("interests:\n  - any: [x, b, x]\n    not: [c, c]\nmute: [d, d]\n");
    assertThat(interests.interests().get(0).criteria().any()).hasSize(2);
    assertThat(interests.interests().get(0).criteria().not()).hasSize(1);
    assertThat(interests.mute()).hasSize(1);
  }

  @Test
  void an_interest_may_have_only_all() {
    assertThat(parse("interests:\n  - all: [x, b]\n").interests().get(0).name()).isEqualTo("x");
  }

  @Test
  void exact_terms_that_differ_in_case_are_two_interests() {
    assertThat(parse("interests: [\"=RAG\", \"=rag\", rag]").interests()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "''             | Add \"interests:\" and below it at least one topic, such as \"- robotics\".",
        "mute: x        | Add \"interests:\" and below it at least one topic, such as \"- robotics\".",
        "interests: []  | Add at least one interest, such as \"- robotics\".",
        "interests:     | Write a text or a list for \"interests\": nothing is written there.",
        "- robotics     | Begin with \"interests:\" and put this below it, indented.",
        "intrests: x    | \"intrests\" is not known here. Did you mean \"interests\"?",
        "interests: [x];mute: *x | Put the text in quotes: YAML gives a \"*\"",
        "interests:;  - *grasp   | Put the text in quotes: YAML gives a \"*\"",
        "interests:;  - *grasp*  | Put the text in quotes: YAML gives a \"*\"",
        "interests:;  - [a       | Close the list that begins here",
        "interests:;  - #tag     | Write a word or a phrase as an item of \"interests\": nothing",
        "interests:;  - Survey: deep learning | Put quotes around the whole text",
        "interests:;  - =        | Write a word after the \"=\"",
        "interests:;  - '*'      | Write a word before the \"*\"",
        "interests:;  - '\"\"'   | Write a word: a term needs at least one letter or digit.",
        "interests:;  - ''       | Write a word or a phrase between the quotes",
        "interests:;  - gr*sp    | Write the \"*\" only at the end",
        "interests:;  - '*grasp' | Write the \"*\" only at the end",
        "interests:;  - =grasp*  | Use either \"=\" before the term or \"*\" after it",
        "interests:;  - name: x  | Add \"any\", \"all\", \"author\" or \"organization\": nothing says",
        "interests:;  - {name: x, not: y} | Add \"any\", \"all\", \"author\" or \"organization\": nothing says",
        "interests:;  - {name: x, any: []} | Add \"any\", \"all\", \"author\" or \"organization\": nothing says",
        "interests:;  - {any: x, org: y} | \"org\" is not known here.",
        "interests:;  - {any: x, in: titel} | Write title, abstract or anywhere for \"in\". Did you",
        "interests:;  - {any: x, boost: 11} | Write a number from 0.1 to 10 for \"boost\".",
        "interests:;  - {any: x, boost: 0} | Write a number from 0.1 to 10 for \"boost\".",
        "interests:;  - {any: x, name: ''} | Write a name between the quotes",
        "interests:;  - [a, b]   | Write a word or a phrase as an item of \"interests\", not a list.",
        "interests:;  - x;  - X  | Give this interest another name",
        "interests:;  - x;  - {name: x, any: b}  | Give this interest another name",
        "interests: x;digest:    | Write indented lines of the form \"key: value\" for \"digest\"",
        "interests: x;digest: {every: weekdya} | Write day, weekday or week for \"every\". Did you mean \"weekday\"?",
        "interests: x;digest: {at: 7.30} | Write a time of day such as \"07:30\" for \"at\".",
        "interests: x;digest: {at: 24:00} | Write a time of day such as \"07:30\" for \"at\".",
        "interests: x;digest: {papers: 0} | Write a whole number from 1 to 50 for \"papers\".",
        "interests: x;digest: {trending: 21} | Write a whole number from 0 to 20 for \"trending\".",
        "interests: x;digest: {quiet_day: never} | Write skip, trending or roll for \"quiet_day\".",
        "interests: x;digest: {quite_day: skip} | \"quite_day\" is not known here. Did you mean \"quiet_day\"?",
        "interests: x;digest: {every: weekly} | Write day, weekday or week for \"every\". Did you mean \"week\"?",
        "interests: x;digest: {on: fri} | Write monday, tuesday, wednesday, thursday, friday, saturday or sunday for \"on\". Did you mean \"friday\"?",
        "interests: x;digest: {on: t} | Write monday, tuesday, wednesday, thursday, friday, saturday or sunday for \"on\".",
        "interests: x;digest: {timzone: UTC} | \"timzone\" is not known here. Did you mean \"timezone\"?",
        "interests: x;digets: {at: 07:30} | \"digets\" is not known here. Did you mean \"digest\"?",
        "interests: x;pause: 2030-01-01 | \"pause\" is not known here. Did you mean \"pause_until\"?",
        "interests:;  - {any: x, in: abs} | Write title, abstract or anywhere for \"in\". Did you mean \"abstract\"?",
        "interests:;  - keywords: x     | Put quotes around the whole text if the colon belongs to it; else use one of name, any,",
        "interests: x;digest: {format: pdf} | Write html or text for \"format\".",
        "interests: x;pause_until: 24.12.2026 | Write a date such as 2026-12-24 for \"pause_until\".",
        "interests: x;pause_until: 2026-02-30 | Write a date such as 2026-12-24 for \"pause_until\".",
        "interests: x;pause_until: | Write a date such as 2026-12-24 for \"pause_until\": nothing",
      })
  void what_is_wrong_gets_one_problem_that_says_what_to_do(String yaml, String message) {
    String document = yaml.equals("''") ? "" : yaml.replace(';', '\n');
    assertThat(problems(document)).singleElement().asString().startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/berlin, Europe/Berlin",
    "Berlin, Europe/Berlin",
    "new york, America/New_York",
    "Europe/Berln, Europe/Berlin",
    "Asia/Kolkatta, Asia/Kolkata",
    "Amerika/New_York, America/New_York",
    "utc, UTC",
  })
  void a_time_zone_written_nearly_right_gets_a_hint(String written, String meant) {
    assertThat(problems("interests: x\ndigest: {timezone: " + written + "}"))
        .containsExactly(
            "Write a time zone such as Europe/Berlin or UTC for \"timezone\". Did you mean \"%s\"?"
                .formatted(meant));
  }

  @Test
  void all_problems_come_at_once_with_their_places() {
    InterestsParser.Parsed parsed =
        PARSER.parse(
            """
            interests:
              - name: Robots
                any: [robot, "*"]
                boost: lots
            mutes: [survey]
            digest:
              papers: 500
            """);
    assertThat(parsed.problems().stream().map(Problem::toString).flatMap(String::lines))
        .containsExactly(
            "line 3, column 18: Write a word before the \"*\": a term needs at least one letter or"
                + " digit.",
            "      any: [robot, \"*\"]",
            "                   ^",
            "line 4, column 12: Write a number from 0.1 to 10 for \"boost\".",
            "      boost: lots",
            "             ^",
            "line 5, column 1: \"mutes\" is not known here. Did you mean \"mute\"?",
            "  mutes: [survey]",
            "  ^",
            "line 7, column 11: Write a whole number from 1 to 50 for \"papers\".",
            "    papers: 500",
            "            ^");
  }

  @Test
  void the_limits_hold_and_what_is_at_the_limit_passes() {
    String term = "x".repeat(100);
    assertThat(parse("interests: " + term).interests()).hasSize(1);
    assertThat(problems("interests: " + term + "y"))
        .containsExactly("Shorten this: it may have at most 100 characters.");

    StringBuilder hundred = new StringBuilder("interests:\n");
    for (int i = 0; i < 100; i++) {
      hundred.append("  - topic ").append(i).append('\n');
    }
    assertThat(parse(hundred.toString()).interests()).hasSize(100);
    assertThat(problems(hundred + "  - one more\n  - and more\n"))
        .containsExactly("Remove this interest and those after it: there may be at most 100.");

    assertThat(parse("interests: [{any: [" + numbers(20) + "]}]").interests()).hasSize(1);
    assertThat(problems("interests: [{any: [" + numbers(20) + "], not: x}]"))
        .containsExactly("Split this interest in two: it may have at most 20 terms and names.");
    assertThat(problems("interests: x\nmute: [" + numbers(101) + "]"))
        .containsExactly("Shorten this list: it may have at most 100 terms.");

    String comment = "#".repeat(16 * 1024 - "interests: x\n".length());
    assertThat(parse("interests: x\n" + comment).interests()).hasSize(1);
    assertThat(problems("interests: x\n" + comment + "#"))
        .containsExactly("Shorten the document: it may have at most 16384 characters.");
  }

  private static String numbers(int count) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < count; i++) {
      list.append(i).append(", ");
    }
    return list.toString();
  }
}
