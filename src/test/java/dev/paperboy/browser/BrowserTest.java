package dev.paperboy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.browser.Layout.Words;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser sees what it is to find in mails. */
@Tag("full")
class BrowserTest {

  private static final String HEAD =
      "<!doctype html><meta name=viewport content='width=device-width'>"
          + "<style>body{margin:0;background:#fff}"
          + "@media (prefers-color-scheme:dark){body{background:#102030;color:#fff}}</style>";

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.in(folder);
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void a_page_that_is_too_wide_is_seen() {
    for (int width : new int[] {360, 800}) {
      Layout wide =
          browser
              .show(HEAD + "<p style='width:900px;text-align:right'>far", Screen.light(width))
              .layout();
      Layout fits = browser.show(HEAD + "<p>near", Screen.light(width)).layout();

      assertThat(wide.width()).isEqualTo(900);
      assertThat(wide.words()).singleElement().extracting(Words::right).isEqualTo(900.0);
      assertThat(fits.width()).isEqualTo(fits.viewport()).isEqualTo(width);
    }
  }

  @Test
  void the_picture_is_as_high_as_the_page_and_dark_where_that_is_preferred() {
    String page = HEAD + "<div style='height:3000px'>";

    Picture light = browser.show(page, Screen.light(360)).picture();
    Picture dark = browser.show(page, Screen.dark(360).sharp(2)).picture();

    assertThat(light.width()).isEqualTo(360);
    assertThat(light.height()).isEqualTo(3000);
    assertThat(light.colour(10, 2990)).isEqualTo(0xffffff);
    assertThat(dark.height()).isEqualTo(6000);
    assertThat(dark.colour(10, 5990)).isEqualTo(0x102030);
  }

  @Test
  void words_that_are_pale_covered_or_hidden_are_told_apart() {
    Layout layout =
        browser
            .show(
                HEAD
                    + "<p style='color:#777'>pale</p>"
                    + "<div style='position:relative'><h3>under</h3>"
                    + "<div style='position:absolute;inset:0;background:#fff'></div></div>"
                    + "<div style='display:none'>hidden</div>",
                Screen.light(800))
            .layout();

    assertThat(layout.words()).extracting(Words::text).containsExactly("pale", "under");
    assertThat(layout.words()).extracting(Words::uncovered).containsExactly(true, false);
    assertThat(layout.words().get(0).contrast()).isBetween(4.47, 4.49);
    assertThat(layout.words().get(1).element()).isEqualTo("h3");
  }

  @Test
  void what_a_page_asks_for_is_seen_and_forgotten_with_the_page() {
    assertThat(
            browser
                .show(HEAD + "<img src='https://pixel.example/1.gif'>", Screen.light(360))
                .requests())
        .containsExactly("https://pixel.example/1.gif");
    assertThat(browser.show(HEAD + "quiet", Screen.light(360)).requests()).isEmpty();
  }

  @Test
  void few_colours_keep_what_is_seen() {
    Picture all = browser.show(HEAD + "<h1>Words on a ground", Screen.dark(800).sharp(2)).picture();

    Picture few = all.top(100).inFewColours();

    assertThat(few.height()).isEqualTo(100);
    assertThat(few.colour(1500, 90)).isEqualTo(0x102030);
    assertThat(few.png().length).isLessThan(all.png().length);
  }

  @Test
  void a_browser_that_hangs_is_given_up_and_killed(@TempDir Path another) {
    try (Browser hanging = new Browser(another, Duration.ofSeconds(5))) {
      hanging.show(HEAD, Screen.light(360));
      assertThatThrownBy(() -> hanging.show("<script>while (true);</script>", Screen.light(360)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("The browser hangs");
      assertThat(hanging.isAlive()).isTrue();
      hanging.close();
      assertThat(hanging.isAlive()).isFalse();
    }
  }
}
