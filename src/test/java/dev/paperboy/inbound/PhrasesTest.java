package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of phrases, and what the documentation says of it. */
class PhrasesTest {

  @Test
  void automatic_subjects_are_known_in_twenty_languages_and_more() {
    assertThat(rows("automatic-subject").stream().map(Phrases.Row::language).distinct())
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void the_documentation_lists_each_automatic_mark() throws IOException {
    String page = Files.readString(Path.of("docs/by-mail.md"));
    assertThat(page)
        .contains(rows("header").stream().map(row -> "| `" + row.language() + "` |").toList())
        .contains(
            rows("automatic-subject").stream()
                .map(row -> row.phrase().replace(" :", ":").replace("*", "\\*"))
                .toList());
  }

  @Test
  void each_automatic_subject_is_recognized_before_other_words() {
    for (Phrases.Row row : rows("automatic-subject")) {
      String subject = row.phrase().replace("*", "").replace(" :", ":") + ": 3 papers";
      byte[] mail =
          ("Subject: " + subject + "\n\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(MessageReader.read(mail).automaticAnswer()).as(subject).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Réponse  AUTOMATIQUE !   | reponse automatique
          Out-of-Office: I'm away  | out of office : i m away
          Straße?                  | strasse ?
          [EXTERNAL]               | external
          İzindeyim                | izindeyim
          """)
  void they_are_compared_without_case_accents_and_punctuation(String text, String plain) {
    assertThat(Phrases.plain(text)).isEqualTo(plain);
  }

  private static List<Phrases.Row> rows(String kind) {
    return Phrases.rows().stream().filter(row -> row.kind().equals(kind)).toList();
  }
}
