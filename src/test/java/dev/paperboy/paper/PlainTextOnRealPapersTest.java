package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class PlainTextOnRealPapersTest {

  private static final Path DATA = Path.of("../shared/data");

  private static final String KNOWN =
      "\\\\(textbf|textit|textsc|url|it)\\b|(?<![a-z])(textit|textbf|mathcal)(?=\\{)|(?<=\\{)bf(?="
          + " )";

  @BeforeAll
  static void data_is_there() {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
  }

  @Test
  void no_markup_is_left_and_nothing_changes_the_second_time() throws IOException {
    for (String text : texts()) {
      String plain = PlainText.of(text);
      assertThat(plain).doesNotContain("\\", "``", "  ").doesNotContainPattern("[\\^_]\\{");
      assertThat(PlainText.of(plain)).isEqualTo(plain);
    }
  }

  @Test
  void letters_and_digits_are_all_kept() throws IOException {
    int compared = 0;
    for (String text : texts()) {
      if (!hasWordsForSymbols(text)) {
        compared++;
        assertThat(lettersAndDigits(PlainText.of(text)))
            .isEqualTo(lettersAndDigits(text.replaceAll(KNOWN, "")));
      }
    }
    assertThat(compared).isGreaterThan(2_000);
  }

  /** Texts whose letters rightly change: symbols, accents, abbreviations, repeated addresses. */
  private static boolean hasWordsForSymbols(String text) {
    return Stream.of("circ", "{sim}", "{times}", "epsilon", "\\'", "\\\"", "\\eg", "\\ie", "{http")
        .anyMatch(text::contains);
  }

  private static String lettersAndDigits(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> captures = Files.list(DATA.resolve("captures"))) {
      for (Path capture : captures.toList()) {
        texts.addAll(List.of(Files.readString(capture).split("\n\n")));
      }
    }
    try (Stream<Path> days = Files.list(DATA.resolve("daily_papers_json"))) {
      for (Path day : days.toList()) {
        for (JsonNode row : new ObjectMapper().readTree(day.toFile())) {
          texts.add(row.path("paper").path("title").asText());
          texts.add(row.path("paper").path("summary").asText());
        }
      }
    }
    return texts;
  }
}
