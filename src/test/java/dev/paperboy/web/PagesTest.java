package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.template.PageStyle;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org, /assets/",
    "https://example.org/, /assets/",
    "https://example.org/paperboy, /paperboy/assets/",
    "https://example.org/a/paperboy//, /a/paperboy/assets/"
  })
  void links_begin_with_the_path_of_the_base_url(String base, String assets) {
    Pages pages = pages(base);
    String page = pages.render("bad-link", pages.usualTexts(), Map.of());

    assertThat(page).containsPattern("href=\"" + assets + "paperboy\\.[0-9a-f]{16}\\.css\"");
  }

  @Test
  void values_are_escaped() {
    Pages pages = pages("https://example.org");
    String page =
        pages.render(
            "error",
            pages.usualTexts(),
            Map.of("title", "</title><b>", "sentence", "\"x\" & <i>${1+1}"));

    assertThat(page)
        .contains("<p>&quot;x&quot; &amp; &lt;i&gt;${1+1}</p>")
        .doesNotContain("<b>", "<i>");
  }

  @Test
  void a_missing_value_is_a_failure_and_not_a_page_with_a_hole() {
    Pages pages = pages("https://example.org");

    assertThatThrownBy(() -> pages.render("error", pages.usualTexts(), Map.of("title", "x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the page error cannot be rendered");
  }

  @Test
  void no_template_switches_the_escaping_off() throws IOException, URISyntaxException {
    URI folder = Objects.requireNonNull(PagesTest.class.getResource("/pages")).toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                assertThat(file).hasToString(file.toString().replaceAll("\\.\\w+$", ".ftlh"));
                assertThat(file).content().doesNotContain("no_esc", "noautoesc", "?new", "?api");
              });
    }
  }

  private static Pages pages(String base) {
    PageStyle style = PageStyle.shipped();
    return new Pages(URI.create(base), style, new Assets(style.look()));
  }
}
