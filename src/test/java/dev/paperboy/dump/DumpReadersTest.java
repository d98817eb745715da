package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpReadersTest {

  private static final int MEGABYTE = 1 << 20;

  static Stream<Arguments> foreign() {
    return Stream.of(
        foreign("<!DOCTYPE html><form><input type=\"password\"></form>", "login page"),
        foreign("<html><body>Daily Papers\n·\nDec 5</body>", "HTML"),
        foreign("{\"error\":\"Sorry, we can't find that.\"}", "Sorry, we can't find that."),
        foreign("[\"{'paper': {'id': '1'}}\"]", "Python dictionaries"),
        foreign("[{'paper': {'id': '1'}}]", "Python list"),
        foreign("{\"status\":\"ok\",\"date\":\"x\",\"count\":1,\"data\":[]}", "wraps the list"),
        foreign("{\"paper\":{\"title\":\"T\"}}", "one paper"),
        foreign("{\"a\":1}", "JSON object with a"),
        foreign("[]", "list is empty"),
        foreign("[{\"name\":\"x\"}, 1]", "None of the 2 rows"),
        foreign("[{\"paper\":}]", "no valid JSON at line 1"),
        foreign("[".repeat(100_000), "far longer or deeper"),
        foreign("<?xml version=\"1.0\"?><feed xmlns=\"x\"/>", "Atom feed, which is not read yet"),
        foreign("<rss><channel/></rss>", "RSS feed, which is not read yet"),
        foreign("[Skip](#x)\n\n### [T](https://huggingface.co/papers/2606.00683)\n", "Markdown"),
        foreign("Daily Papers\n\nT\nhttps://huggingface.co/papers/2410.05434\n", "with its links"),
        foreign("\\\\\narXiv:2602.12181\nTitle: T\n\\\\\n", "arXiv listing mail"),
        foreign("Dear all, the papers will be late.", "begins with \"Dear all"));
  }

  private static Arguments foreign(String text, String says) {
    return Arguments.of(text, says);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void what_is_not_read_is_refused_with_what_it_is_and_what_to_do(String text, String says) {
    RefusedDump refused = catchThrowableOfType(RefusedDump.class, () -> Dumps.read(text));

    assertThat(refused).hasMessageContaining(says);
    assertThat(refused.getMessage()).hasSizeLessThan(700).endsWith(".");
    assertThat(refused.truncated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[{",
        "[{\"paper\":{\"title\":\"T\"}}",
        "[{\"paper\":{\"title\":\"T",
        "[{\"a\":tru",
        "[{\"a\":12",
        "[{\"a\":-",
        "[{\"a\":\"\\u00",
        "{\"error\":"
      })
  void json_that_ends_too_early_is_told_apart(String text) {
    RefusedDump refused = catchThrowableOfType(RefusedDump.class, () -> Dumps.read(text));

    assertThat(refused.truncated()).isTrue();
    assertThat(refused).hasMessageContaining("not written to its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "[", "{\"a\":", "\"", "·", "$", "\\(", "• 1 authors · Dec 5 "})
  void thirty_megabytes_on_one_line_are_dealt_with_at_once(String piece) {
    String text = piece.repeat(30 * MEGABYTE / piece.length());
    DumpFile file = new DumpFile("big", Dumps.SAVED, text, "");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> new DumpReaders().read(file)).isInstanceOf(RefusedDump.class));
  }

  @Test
  void thirty_megabytes_of_one_abstract_are_cut() {
    String text = Dumps.HEAD + "On Things\n\n" + "{\\x$ ".repeat(6 * MEGABYTE);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Dumps.read(text).listings()).hasSize(1));
  }

  @Test
  void more_papers_than_any_day_has_are_refused() {
    String text = "[" + "{\"paper\":{\"title\":\"T\"}},".repeat(6_000) + "{}]";

    assertThatThrownBy(() -> Dumps.read(text))
        .isInstanceOf(RefusedDump.class)
        .hasMessageContaining("more than 5000");
  }
}
