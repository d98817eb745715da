package dev.paperboy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 5);

  @TempDir Path folder;

  @Test
  void german_has_exactly_the_texts_of_english_with_the_same_places() throws IOException {
    Texts english = alone("en");
    Texts german = alone("de");

    assertThat(german.keys()).isEqualTo(english.keys()).hasSizeGreaterThan(30);
    for (String key : english.keys()) {
      assertThat(german.places(key)).as(key).isEqualTo(english.places(key));
    }
    for (Dates.Form form : Dates.Form.values()) {
      assertThat(german.dates().pattern(form)).as(form.key()).isNotNull();
    }
  }

  /** What stands in the file itself, with nothing filled in from another. */
  private static Texts alone(String language) throws IOException {
    String yaml = Files.readString(Path.of("templates/languages/" + language + ".yml"));
    Problems problems = new Problems(yaml);
    YamlMap document = new YamlReader(100_000, "language").read(yaml, problems).orElseThrow();
    Texts texts = new LanguageReader(document, null).read(null);
    assertThat(problems.list()).isEmpty();
    return texts;
  }

  @Test
  void a_count_chooses_the_form() {
    Texts texts = new Templates(folder).style().texts();

    assertThat(texts.of("paper.votes", Map.of("count", 1))).isEqualTo("1 vote");
    assertThat(texts.of("paper.votes", Map.of("count", 0))).isEqualTo("0 votes");
    assertThat(texts.of("paper.votes", Map.of("count", 2L))).isEqualTo("2 votes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2025-12-05 | Friday, 5 December 2025            | 5 Dec",
        "en | 2025-12-03 | 3–5 December 2025                  | 3–5 Dec",
        "en | 2025-11-30 | 30 November – 5 December 2025      | 30 Nov – 5 Dec",
        "en | 2024-12-31 | 31 December 2024 – 5 December 2025 | 31 Dec – 5 Dec",
        "de | 2025-12-05 | Freitag, 5. Dezember 2025          | 5. Dez.",
        "de | 2025-12-03 | 3.–5. Dezember 2025                | 3.–5. Dez.",
        "de | 2025-11-30 | 30. November – 5. Dezember 2025    | 30. Nov. – 5. Dez.",
      })
  void days_and_spans_are_written_as_the_language_has_them(
      String language, LocalDate first, String full, String brief) {
    Dates dates = new Templates(folder).in(language).style().texts().dates();

    assertThat(dates.full(first, DAY)).isEqualTo(full);
    assertThat(dates.brief(first, DAY)).isEqualTo(brief);
  }

  @Test
  void a_text_that_the_operators_file_leaves_out_comes_from_the_program() throws IOException {
    write("languages/de.yml", "paper:\n  code: Quelltext\n");

    Texts texts = new Templates(folder).in("de").style().texts();

    assertThat(texts.of("paper.code")).isEqualTo("Quelltext");
    assertThat(texts.of("paper.project")).isEqualTo("Projektseite");
    assertThat(texts.language().code()).isEqualTo("de");
  }

  @Test
  void a_language_of_ones_own_is_a_file_of_ones_own() throws IOException {
    write("languages/fr.yml", "paper:\n  project: Page du projet\n");

    Texts texts = new Templates(folder).in("fr").style().texts();

    assertThat(texts.of("paper.project")).isEqualTo("Page du projet");
    assertThat(texts.language().code()).isEqualTo("fr");
    assertThat(texts.dates().full(DAY)).isEqualTo("vendredi, 5 décembre 2025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "paper: {cod: x}                        | line 1, column 9  | \"cod\" is not known here. Did you mean \"code\"?",
        "papr: {code: x}                        | line 1, column 1  | Did you mean \"paper\"?",
        "words: {comma: '{words} {net}'}        | line 1, column 16 | {net} is not known in this text. Did you mean \"{next}\"?",
        "words: {comma: '{words}'}              | line 1, column 16 | Put {next} into this text.",
        "paper: {code: '{it}'}                  | line 1, column 15 | This text takes none.",
        "paper: {code: 'a {'}                   | line 1, column 15 | as {name}",
        "paper: {code: '<b>x</b>'}              | line 1, column 15 | plain words",
        "paper: {code: {one: x, other: y}}      | line 1, column 15 | no {count} that could choose",
        "paper: {votes: {one: x}}               | line 1, column 16 | Write two forms",
        "paper: {votes: {one: x, other: x}}     | line 1, column 32 | Put {count} into this text.",
        "paper: x                               | line 1, column 8  | indented lines",
        "language: {full_date: 'yyyy q{'}       | line 1, column 23 | a date pattern",
        "language: {full_date: 'HH:mm'}         | line 1, column 23 | a date pattern",
        "language: {brief_span: 'd MMM'}        | line 1, column 24 | a list of three",
        "language: {locale: deutsch-alt}        | line 1, column 20 | a language such as",
        "language: {direction: left}            | line 1, column 23 | ltr or rtl",
      })
  void what_is_wrong_in_a_language_file_is_named_with_its_place(
      String yaml, String place, String what) throws IOException {
    write("languages/de.yml", yaml);

    assertThatThrownBy(() -> new Templates(folder).in("de").style())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining(folder.resolve("languages/de.yml") + " has a problem")
        .hasMessageContaining(place + ":")
        .hasMessageContaining(what);
  }

  @Test
  void a_language_that_nobody_wrote_is_refused() {
    assertThatThrownBy(() -> new Templates(folder).in("tlh").style())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining("There is no language \"tlh\"")
        .hasMessageContaining("use en or de");
  }

  @Test
  void a_file_in_another_encoding_is_refused() throws IOException {
    write("languages/de.yml", "");
    Files.write(folder.resolve("languages/de.yml"), new byte[] {'a', (byte) 0xFC});

    assertThatThrownBy(() -> new Templates(folder).in("de").style())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining("UTF-8");
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), content);
  }
}
