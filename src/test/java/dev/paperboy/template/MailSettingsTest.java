package dev.paperboy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {

  @TempDir Path folder;

  @Test
  void the_shipped_file_has_every_key_at_its_default() throws IOException {
    String shipped = Files.readString(Path.of("templates/mail.yml"));
    MailStyle none = new Templates(folder).style();
    write(shipped);

    MailStyle style = new Templates(folder).style();

    assertThat(style.look()).isEqualTo(none.look()).isEqualTo(Look.DEFAULT);
    assertThat(style.footerLines()).isEmpty();
    assertThat(style.texts().language().code()).isEqualTo("en");
    for (String key : List.of("language", "colours", "fonts", "width", "footer", "texts")) {
      assertThat(shipped).contains("\n" + key + ":");
    }
    for (String colour : Palette.NAMES) {
      assertThat(shipped.split(" " + colour + ": \"#", -1)).as(colour).hasSize(3);
    }
  }

  @Test
  void what_the_operator_writes_is_used() throws IOException {
    write(
        """
        language: de
        colours:
          light: {accent: "#0B3D2E"}
        fonts: {headings: Verdana, sans-serif}
        width: 640
        """
                .replace("Verdana, sans-serif", "'Verdana, sans-serif'")
            + """
            footer:
              - Ein Dienst der Arbeitsgruppe
              - {label: Impressum, url: "https://example.org/imprint"}
            texts:
              digest.trending: Sonst noch
            """);

    MailStyle style = new Templates(folder).style();

    assertThat(style.look().light())
        .containsEntry("accent", "#0b3d2e")
        .containsEntry("card", "#fdfcfa");
    assertThat(style.look().width()).isEqualTo(640);
    assertThat(style.look().fonts().headings()).isEqualTo("Verdana, sans-serif");
    assertThat(style.footerLines())
        .containsExactly(
            new FooterLine("Ein Dienst der Arbeitsgruppe", ""),
            new FooterLine("Impressum", "https://example.org/imprint"));
    assertThat(style.texts().of("digest.trending")).isEqualTo("Sonst noch");
    assertThat(style.texts().of("paper.project")).isEqualTo("Projektseite");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langage: de                                        | line 1, column 1  | Did you mean \"language\"?",
        "language: ../secret                                | line 1, column 11 | a language such as",
        "colours: {light: {ink: red}}                       | line 1, column 24 | a colour in quotes",
        "colours: {light: {ink: '#12345'}}                  | line 1, column 24 | a colour in quotes",
        "colours: {ligth: {}}                               | line 1, column 11 | Did you mean \"light\"?",
        "colours: {dark: {acent: '#ffffff'}}                | line 1, column 18 | Did you mean \"accent\"?",
        "colours: {light: {accent: '#f0a884'}}              | line 1, column 27 | \"accent\" on \"card\" has a contrast of 1.9 to 1",
        "colours: {light: {page: '#23272e'}}                | line 1, column 25 | \"ink\" on \"page\" has a contrast of 1.0 to 1",
        "fonts: {text: 'x;background:red'}                  | line 1, column 15 | font families",
        "width: 60                                          | line 1, column 8  | from 320 to 1000",
        "footer: [{label: Imprint}]                         | line 1, column 10 | both \"label:\" and \"url:\"",
        "footer: [{label: x, url: 'javascript:alert(1)'}]   | line 1, column 26 | an address that begins with",
        "texts: {digest.trendin: x}                         | line 1, column 9  | Did you mean \"digest.trending\"?",
        "texts: {nonsense.entirely: x}                      | line 1, column 9  | All texts stand in languages/en.yml",
        "texts: {words.comma: '{words}'}                    | line 1, column 22 | Put {next}",
      })
  void what_is_wrong_is_named_with_its_place(String yaml, String place, String what)
      throws IOException {
    write(yaml);

    assertThatThrownBy(() -> new Templates(folder).style())
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining(folder.resolve("mail.yml") + " has ")
        .hasMessageContaining(place + ":")
        .hasMessageContaining(what);
  }

  @Test
  void all_problems_of_all_files_come_at_once() throws IOException {
    write("width: 1\nlangage: de\n");
    Files.createDirectory(folder.resolve("languages"));
    Files.writeString(folder.resolve("languages/en.yml"), "nonsense: x\n");

    assertThatThrownBy(() -> new Templates(folder).style())
        .hasMessageContaining("mail.yml has 2 problems")
        .hasMessageContaining("en.yml has a problem");
  }

  @Test
  void contrast_is_that_of_the_guidelines() {
    assertThat(Palette.contrast("#000000", "#ffffff")).isEqualTo(21.0);
    assertThat(Palette.contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("mail.yml"), content);
  }
}
