package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.DigestView;
import dev.paperboy.notice.NoticeView;
import dev.paperboy.template.FooterLine;
import dev.paperboy.template.Language;
import dev.paperboy.template.Look;
import dev.paperboy.template.Palette;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for those who write templates describes every variable there is. */
class TemplateDocumentationTest {

  private static final Path PAGE = Path.of("docs/templates.md");

  @Test
  void every_variable_is_described() throws IOException {
    List<String> variables = new ArrayList<>();
    variables("", DigestView.class, variables);
    variables("section.", DigestView.Section.class, variables);
    variables.addAll(List.of("entry.number", "entry.html", "entry.text", "entry.paper"));
    variables("paper.", DigestView.PaperView.class, variables);
    variables("piece.", DigestView.Piece.class, variables);
    variables("reason.", DigestView.Reason.class, variables);
    variables("link.", DigestView.Link.class, variables);
    variables("line.", FooterLine.class, variables);
    variables("look.", Look.class, variables);
    variables("language.", Language.class, variables);
    variables.remove("language.dates"); // It has nothing that a template could reach.
    variables.addAll(Palette.NAMES);
    for (Class<?> notice : NoticeView.class.getPermittedSubclasses()) {
      variables("", notice, variables);
    }
    variables("problem.", NoticeView.Mistake.class, variables);

    assertThat(variables)
        .contains("head.preheader", "footer.sender.name", "paper.credits.votes", "look.light");
    assertThat(described()).containsAll(variables);
  }

  @Test
  void every_template_and_settings_file_is_named() throws IOException {
    String page = Files.readString(PAGE);
    try (Stream<Path> files = Files.list(Path.of("templates"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> "`" + file.getFileName() + "`"))
          .allSatisfy(file -> assertThat(page).contains(file));
    }
  }

  private static List<String> described() throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> Stream.of(line.substring(2, line.indexOf(" |", 2)).split(", ")))
        .map(cell -> cell.replace("`", ""))
        .toList();
  }

  /** The values that are not records themselves, as a template writes them. */
  private static void variables(String prefix, Class<?> type, List<String> found) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + component.getName();
      if (component.getType().isRecord()) {
        variables(name + ".", component.getType(), found);
      } else {
        found.add(name);
      }
    }
  }
}
