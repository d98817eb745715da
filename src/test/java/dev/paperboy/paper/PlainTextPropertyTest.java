package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Assertions;

class PlainTextPropertyTest {

  private static final int MEGABYTE = 1 << 20;

  private static final Pattern COMMAND = Pattern.compile("\\\\[a-z]+\\{");

  @Property
  void no_command_and_no_invisible_character_is_left(@ForAll("hostile") String raw) {
    String plain = PlainText.of(raw);

    assertThat(plain).doesNotContainPattern(COMMAND).isEqualTo(plain.strip());
    assertThat(plain.codePoints().filter(PlainTextPropertyTest::isInvisible).count()).isZero();
  }

  @Property(tries = 5_000)
  void applying_it_again_changes_nothing(@ForAll("hostile") String raw) {
    String plain = PlainText.of(raw);

    assertThat(PlainText.of(plain)).isEqualTo(plain);
  }

  @Property
  void any_text_at_all_is_taken(@ForAll String raw) {
    String plain = PlainText.of(raw);

    assertThat(PlainText.of(plain)).isEqualTo(plain);
  }

  @Property
  void a_title_always_has_a_key(@ForAll("hostile") String raw) {
    assertThat(TitleKey.of(raw)).isNotBlank().isEqualTo(TitleKey.of(PlainText.of(raw)));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void a_megabyte_of_a_few_patterns_takes_no_time(
      @ForAll("pieces") String a, @ForAll("pieces") String b) {
    a_megabyte_of_one_pattern_takes_no_time(a, b);
  }

  @Tag("full")
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void a_megabyte_of_one_pattern_takes_no_time(
      @ForAll("pieces") String a, @ForAll("pieces") String b) {
    String raw = (a + b).repeat(MEGABYTE / (a + b).length());

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PlainText.of(raw));
  }

  @Provide
  Arbitrary<String> hostile() {
    return pieces().list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "\\",
        "{",
        "}",
        "$",
        "^",
        "_",
        "~",
        "`",
        "''",
        "\"",
        "-",
        "--",
        " ",
        "\n",
        "a",
        "B",
        "i",
        "7",
        "\\textbf{",
        "\\frac{",
        "\\c",
        "\\'",
        "\\\"",
        "\\url{",
        "\\(",
        "\\)",
        "\\cite{",
        "\\eg",
        "\\x",
        "textbf{",
        "mathbb{",
        "circ",
        "https://",
        "www.",
        "example.org/",
        "\\_",
        "é",
        "\u0301",
        "\u1fef",
        "\u200b",
        "\u202e",
        "\u0007",
        "\ud83d",
        "\ude00",
        "{sim}",
        "\\hat",
        "\\href{",
        "x^{",
        "$x$",
        ".");
  }

  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
