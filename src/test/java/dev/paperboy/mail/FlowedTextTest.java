package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FlowedTextTest {

  @Test
  void a_long_paragraph_is_broken_after_a_space_and_joined_again() {
    String paragraph = "Robots learn to fold laundry by watching people do it badly. ".repeat(4);

    String flowed = FlowedText.of(paragraph);

    assertThat(flowed.split("\r\n")).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 78);
    assertThat(joined(flowed)).isEqualTo(normal(paragraph));
  }

  @Test
  void a_long_link_stands_whole_on_a_line_of_its_own() {
    String link = "https://paperboy.example/interests/" + "k".repeat(80);

    assertThat(FlowedText.of("Change your interests here: " + link + " whenever you like."))
        .isEqualTo("Change your interests here: \r\n" + link + " \r\nwhenever you like.\r\n");
  }

  @Test
  void lines_that_look_like_quotes_or_mbox_separators_are_stuffed() {
    assertThat(FlowedText.of("> quoted\nFrom here on\n indented\nplain"))
        .isEqualTo(" > quoted\r\n From here on\r\n  indented\r\nplain\r\n");
  }

  @Test
  void the_signature_line_keeps_its_space_and_no_other_line_becomes_one() {
    assertThat(FlowedText.of("-- \nPaperboy")).isEqualTo("-- \r\nPaperboy\r\n");
    assertThat(FlowedText.of("-- " + "x".repeat(90))).doesNotContain("-- \r\n");
  }

  @Property(tries = 500)
  void joining_the_lines_gives_the_text_back(@ForAll("texts") String text) {
    String flowed = FlowedText.of(text);

    assertThat(joined(flowed)).isEqualTo(normal(text));
    assertThat(flowed.split("\r\n", -1))
        .allMatch(
            line ->
                line.length() <= 78
                    || !line.strip().contains(" ")
                    || line.contains("  ")
                    || line.startsWith("--")
                    || line.startsWith(" --"));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
            " ",
            "  ",
            "\n",
            "From ",
            ">",
            "-- ",
            "--",
            "word",
            "unlearning",
            "grüße",
            "x".repeat(90),
            ".");
    return words.list().ofMaxSize(60).map(list -> String.join(" ", list));
  }

  /**
   * What the text is after the journey: every line ended, and no white space at line ends, but that
   * of a signature.
   */
  static String normal(String text) {
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    return Stream.of(ended.split("(?<=\n)"))
        .filter(line -> !line.isEmpty())
        .map(line -> line.equals("-- \n") ? line : line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  /** The reading side of RFC 3676, without DelSp. */
  static String joined(String flowed) {
    StringBuilder text = new StringBuilder();
    String[] lines = flowed.split("\r\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      String line = lines[i].startsWith(" ") ? lines[i].substring(1) : lines[i];
      boolean soft = line.endsWith(" ") && !line.equals("-- ");
      text.append(line).append(soft ? "" : "\n");
    }
    return text.toString();
  }
}
