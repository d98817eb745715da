package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineEditorTest {

  private static final String DOCUMENT =
      """
      # mine
      interests:
        # the first
        - robotics   # since 2019
        - name: Machine unlearning
          any: [machine unlearning, "unlearn*"]  # both
          not:
            - survey   # never
        - "=RAG"
        # nearly done
        - 'vision'   # eyes

      mute: [crypto, "block*"]  # noise
      digest:
        every: weekday  # not on Sunday
        format: text
      # the end
      """;

  private final OutlineEditor editor = new OutlineEditor(new InterestsParser(DigestWishes.DEFAULT));

  @Test
  void the_outline_tells_topics_from_interests_with_keys() {
    Outline outline = outline(DOCUMENT);

    assertThat(outline.topics()).containsExactly("robotics", "=RAG", "vision");
    assertThat(outline.others()).containsExactly("Machine unlearning");
    assertThat(outline.mute()).containsExactly("crypto", "block*");
    assertThat(outline.wishes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "every", "weekday",
                "on", "monday",
                "at", "07:30",
                "timezone", "UTC",
                "papers", "10",
                "quiet_day", "skip",
                "pause_until", ""));
    assertThat(outline("interests: [{any: x-ray}, robot]").topics()).containsExactly("robot");
    assertThat(editor.outline("interests: [the]")).isEmpty();
    assertThat(editor.outline("")).isEmpty();
  }

  @Test
  void an_outline_that_is_as_it_was_changes_nothing() {
    assertThat(editor.write(DOCUMENT, outline(DOCUMENT))).contains(DOCUMENT);
  }

  @Test
  void topics_come_go_and_change_in_their_lines() {
    assertThat(topics(DOCUMENT, "robotics", "=RAG", "computer vision", "C++: fast"))
        .isEqualTo(
            DOCUMENT.replace(
                "- 'vision'   # eyes\n", "- computer vision   # eyes\n  - \"C++: fast\"\n"));
    assertThat(topics(DOCUMENT, "=RAG", "vision"))
        .isEqualTo(DOCUMENT.replace("  - robotics   # since 2019\n", ""));
    assertThat(topics(DOCUMENT, "vision", "robotics", "=RAG"))
        .isEqualTo(
            DOCUMENT
                .replace("  - 'vision'   # eyes\n", "")
                .replace("  - robotics", "  - 'vision'   # eyes\n  - robotics"));
  }

  @Test
  void without_any_topic_the_interests_with_keys_stay() {
    String none = topics(DOCUMENT);

    assertThat(none)
        .isEqualTo(
            DOCUMENT
                .replace("  - robotics   # since 2019\n", "")
                .replace("  - \"=RAG\"\n", "")
                .replace("  - 'vision'   # eyes\n", ""));
    assertThat(topics(none, "robot", "hand"))
        .isEqualTo(none.replace("  # nearly done\n", "  - robot\n  - hand\n  # nearly done\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interests: robot              | interests: [robot, egg]",
        "interests: [robot]            | interests: [robot, egg]",
        "interests: [ 'robot' ]  # x   | interests: ['robot', egg]  # x",
        "interests: [robot, {any: ab}] | interests: [robot, egg, {any: ab}]",
        "interests:\\n- robot         | interests:\\n- robot\\n- egg",
        "interests:\\n-   robot # b\\n# c | interests:\\n-   robot # b\\n-   egg\\n# c",
        "mute: x\\ninterests:\\n  - robot\\n | mute: x\\ninterests:\\n  - robot\\n  - egg\\n",
      })
  void lists_are_changed_in_whichever_way_they_are_written(String before, String after) {
    assertThat(topics(lines(before), "robot", "egg")).isEqualTo(lines(after));
  }

  @Test
  void mutes_come_and_go() {
    assertThat(mute(DOCUMENT, "crypto"))
        .isEqualTo(DOCUMENT.replace("[crypto, \"block*\"]", "[crypto]"));
    assertThat(mute(DOCUMENT)).isEqualTo(DOCUMENT.replace("[crypto, \"block*\"]", "[]"));
    assertThat(mute("interests: [robot]", "a b", "=C"))
        .isEqualTo("interests: [robot]\nmute: [a b, \"=C\"]");
    String block = "interests: [robot]\nmute:\n  # one\n  - ab # 1\n  - cd\n";
    assertThat(mute(block)).isEqualTo("interests: [robot]\nmute: []\n  # one\n");
    assertThat(mute(block, "cd")).isEqualTo(block.replace("  - ab # 1\n", ""));
    assertThat(editor.mute("interests: [robot]", "blockchain"))
        .contains("interests: [robot]\nmute: [blockchain]");
    assertThat(editor.mute("interests: [robot]", "the")).isEmpty();
  }

  @Test
  void a_long_list_of_mutes_gets_a_line_for_each() {
    String many = mute("interests: [robot]\n", "a".repeat(50), "b".repeat(50));

    assertThat(many)
        .isEqualTo(
            "interests: [robot]\nmute:\n  - " + "a".repeat(50) + "\n  - " + "b".repeat(50) + "\n");
  }

  @Test
  void only_the_wishes_that_differ_are_written() {
    assertThat(wishes(DOCUMENT, Map.of("every", "week", "on", "friday")))
        .isEqualTo(
            DOCUMENT
                .replace("every: weekday ", "every: week ")
                .replace("  format: text\n", "  format: text\n  on: friday\n"));
    assertThat(wishes("interests: [robot]", Map.of("at", "18:15", "papers", "5")))
        .isEqualTo("interests: [robot]\ndigest:\n  at: \"18:15\"\n  papers: 5");
    assertThat(wishes("interests: [robot]\ndigest: {at: '9:00'}\n", Map.of("every", "week")))
        .isEqualTo("interests: [robot]\ndigest: {at: '9:00', every: week}\n");
    assertThat(wishes("interests: [robot]\ndigest: {}\n", Map.of("every", "week")))
        .isEqualTo("interests: [robot]\ndigest: {every: week}\n");
  }

  @Test
  void a_pause_begins_and_ends() {
    String paused = wishes(DOCUMENT, Map.of("pause_until", "2030-12-24"));

    assertThat(paused).isEqualTo(DOCUMENT + "pause_until: 2030-12-24\n");
    assertThat(wishes(paused, Map.of("pause_until", "2031-01-02")))
        .isEqualTo(DOCUMENT + "pause_until: 2031-01-02\n");
    assertThat(wishes(paused, Map.of("pause_until", ""))).isEqualTo(DOCUMENT);
  }

  @Test
  void what_is_wrong_is_written_too_so_that_it_can_be_explained() {
    String wrong = topics(DOCUMENT, "the");

    assertThat(Parsing.placed(wrong)).hasSize(1).first().asString().startsWith("4:5 ");
    assertThat(Parsing.placed(wishes(DOCUMENT, Map.of("timezone", "Berlin"))))
        .containsExactly(
            "17:13 Write a time zone such as Europe/Berlin or UTC for \"timezone\"."
                + " Did you mean \"Europe/Berlin\"?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{interests: [robot]}",
        "  interests: [robot]",
        "interests: [robot # a\n  ]",
        "interests: {any: robot}",
        "interests: [robot]\n...\n",
        "interests: [the]"
      })
  void what_only_a_person_can_change_is_left_to_them(String document) {
    Outline wanted = new Outline(List.of("robot", "egg"), List.of(), List.of("x y"), Map.of());

    assertThat(editor.write(document, wanted)).isEmpty();
  }

  @Test
  void whatever_is_made_of_the_lists_the_rest_stays() {
    Random random = new Random(7);
    List<String> words =
        new ArrayList<>(List.of("robotics", "=RAG", "vision", "grasp*", "a: b", "egg # x", "[z]"));
    Interests before = Parsing.good(DOCUMENT);
    String document = DOCUMENT;
    for (int round = 0; round < 300; round++) {
      Collections.shuffle(words, random);
      List<String> topics = words.subList(0, 1 + random.nextInt(words.size()));
      document = topics(document, topics.toArray(new String[0]));

      Interests after = Parsing.good(document);
      assertThat(outline(document).topics()).isEqualTo(topics);
      assertThat(after.mute()).isEqualTo(before.mute());
      assertThat(after.digest()).isEqualTo(before.digest());
      assertThat(after.interests()).contains(before.interests().get(1));
      assertThat(document).contains("# mine", "# the first", "# never", "# nearly done");
    }
  }

  private Outline outline(String document) {
    return editor.outline(document).orElseThrow();
  }

  private String topics(String document, String... topics) {
    Outline old = outline(document);
    return write(document, new Outline(List.of(topics), List.of(), old.mute(), old.wishes()));
  }

  private String mute(String document, String... terms) {
    Outline old = outline(document);
    return write(document, new Outline(old.topics(), List.of(), List.of(terms), old.wishes()));
  }

  private String wishes(String document, Map<String, String> different) {
    Outline old = outline(document);
    Map<String, String> wishes = new HashMap<>(old.wishes());
    wishes.putAll(different);
    return write(document, new Outline(old.topics(), List.of(), old.mute(), wishes));
  }

  private String write(String document, Outline outline) {
    return editor.write(document, outline).orElseThrow();
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
