package dev.paperboy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HostileYamlTest {

  private static final YamlReader READER = new YamlReader(1_000_000, "interests");

  /** Measures processor time, for the machine may be busy with other things. */
  private static Problems readQuickly(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Problems problems = new Problems(text);
    READER
        .read(text, problems)
        .ifPresent(map -> map.rejectUnknownKeys(List.of("interests", "mute")));
    problems.list();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(1));
    return problems;
  }

  @Property(tries = 1000)
  void any_text_is_read_or_explained(@ForAll String text) {
    assertReadOrExplained(text);
  }

  @Property(tries = 5000)
  void any_yaml_like_text_is_read_or_explained(@ForAll("yamlLike") String text) {
    assertReadOrExplained(text);
  }

  @Provide
  Arbitrary<String> yamlLike() {
    return Arbitraries.of(
            "a",
            "key",
            ": ",
            ":",
            "- ",
            "-",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\"",
            "'",
            "*x",
            "&x ",
            "!",
            "!!str ",
            "!<",
            "%",
            "%TAG ",
            "%YAML 1.",
            "|",
            ">",
            "|9",
            "? ",
            "#",
            " #",
            "---",
            "...",
            "\\",
            "\\u",
            "\\U00110000",
            "\\x",
            "@",
            "`",
            "\t",
            "\r",
            "~",
            "<<",
            "=",
            "\u0000",
            "\u0085",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uD83D",
            "é",
            "9")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static void assertReadOrExplained(String text) {
    Problems problems = new Problems(text);
    Optional<YamlMap> map = READER.read(text, problems);
    assertThat(map.isPresent() || !problems.isEmpty()).isTrue();
    int lines = Problems.linesOf(text).size();
    assertThat(problems.list())
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isBetween(1, lines);
              assertThat(problem.column()).isGreaterThanOrEqualTo(1);
              assertThat(problem.message()).endsWith(".").doesNotContain("\n");
              assertThat(problem.toString()).isNotBlank();
            });
  }

  @Test
  void ten_thousand_duplicate_keys_give_a_hundred_problems() {
    assertThat(readQuickly("a: b\n".repeat(10_001)).list())
        .hasSize(100)
        .last()
        .extracting(Problem::message)
        .isEqualTo("Mend the problems above first: there are more.");
  }

  @Test
  void ten_thousand_unknown_keys_are_answered_at_once() {
    String keys =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "interest" + i + ": x\n")
            .collect(Collectors.joining());
    assertThat(readQuickly(keys).list()).hasSize(100);
  }

  @Test
  void a_long_scalar_is_answered_at_once() {
    for (String quote : new String[] {"", "\"", "'"}) {
      assertThat(readQuickly("a: " + quote + "x".repeat(100_000) + quote).list()).hasSize(1);
    }
  }

  @Test
  void deep_nesting_is_answered_at_once() {
    for (String level : new String[] {"[", "{a: ", "- ", "? ", "[{", "a: ["}) {
      assertThat(readQuickly("a: x\nb:\n  " + level.repeat(100_000)).list()).isNotEmpty();
    }
  }

  @Test
  void other_masses_are_answered_at_once() {
    for (String piece :
        new String[] {
          "]",
          "&a ",
          "*a ",
          "!a ",
          "\"",
          "'",
          "#",
          "%",
          ",",
          "%TAG ! !\n",
          "---\n",
          "\u0001",
          "\t",
          "a: &a\n",
          "- *a\n",
          "a ",
          "\n",
          " ",
          "a: b: ",
          "[],",
          "|\n",
          "\\"
        }) {
      readQuickly(piece.repeat(50_000));
      readQuickly("a: [" + piece.repeat(50_000));
      readQuickly("a: \"" + piece.repeat(50_000));
    }
  }

  @Test
  void the_billion_laughs_are_refused_as_anchors_and_aliases() {
    assertThat(readQuickly("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n").list())
        .hasSizeGreaterThan(4);
  }

  @Test
  void a_document_over_the_limit_is_one_problem() {
    assertThat(readQuickly("a: b\n".repeat(250_000)).list())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("Shorten the document: it may have at most 1000000 characters.");
  }

  @Test
  void a_very_long_line_is_cut_in_a_problem() {
    Problem problem = readQuickly("x".repeat(5000) + ": y").list().get(0);
    assertThat(problem.source()).hasSize(201).endsWith("…");
    assertThat(problem.message()).hasSizeLessThan(120);
  }
}
