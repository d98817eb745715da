package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.browser.Browser;
import dev.paperboy.browser.Layout;
import dev.paperboy.browser.Screen;
import dev.paperboy.browser.Tab;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Digests in a real browser, on a phone and on a desk, in light and dark. The pictures are in
 * {@code target/pictures}.
 */
@Tag("full")
class DigestPicturesTest {

  private static final Path PICTURES = Path.of("target/pictures");
  @TempDir static Path folder;
  private static Browser browser;

  private final DigestRenderer renderer =
      new DigestRenderer(new Templates(Path.of("templates")), TestDigests.sender());

  @BeforeAll
  static void start() {
    browser = Browser.in(folder);
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  /** The digests that are looked at. */
  enum Kind {
    QUIET(GoldenDigests.quiet()),
    ONE(GoldenDigests.one()),
    TEN(GoldenDigests.ten()),
    WEEK(GoldenDigests.week()),
    HOSTILE(HardDigests.hostile()),
    WIDEST(HardDigests.widest());

    private final Digest digest;

    Kind(Digest digest) {
      this.digest = digest;
    }

    int papers() {
      return digest.matched() + digest.trending().size();
    }

    String file(String part, Screen screen) {
      return name().toLowerCase(Locale.ROOT) + part + "-" + screen + ".png";
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_digest_can_be_read_on_every_screen(Kind kind) {
    String html = Objects.requireNonNull(render(kind).html());
    List<String> titles = Jsoup.parse(html).select("h3").eachText();
    assertThat(titles).isNotEmpty();
    for (Screen screen : Screen.ALL) {
      Tab tab = browser.show(html, screen);
      Layout layout = tab.layout();
      tab.picture().write(PICTURES.resolve(kind.file("", screen)));

      layout.assertReadable();
      assertThat(layout.height())
          .as("height on %s", screen)
          .isBetween(300 + 60 * titles.size(), 1_000 + 1_100 * titles.size());
      assertThat(tab.run("[...document.querySelectorAll('h3')].map(h => h.innerText.trim())"))
          .extracting(JsonNode::asText)
          .containsExactlyElementsOf(titles);
      assertThat(tab.run("document.querySelector('[style*=mso-hide]').getClientRects().length"))
          .hasToString("0");
      assertThat(tab.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TEN", "HOSTILE", "WIDEST"})
  void the_text_part_can_be_read_on_every_screen(Kind kind) {
    String page =
        "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
            + "<pre style='margin:16px;font-size:14px;white-space:pre-wrap;overflow-wrap:anywhere'>"
            + Entities.escape(render(kind).text());
    for (Screen screen : List.of(Screen.light(360), Screen.light(800))) {
      Tab tab = browser.show(page, screen);
      tab.picture().write(PICTURES.resolve(kind.file("-text", screen)));

      tab.layout().assertReadable();
      assertThat(tab.requests()).isEmpty();
    }
  }

  @Test
  void the_ten_of_ten_are_ten() {
    assertThat(Kind.TEN.digest.matched()).isEqualTo(10);
    assertThat(Kind.TEN.papers()).isEqualTo(12);
    assertThat(Kind.ONE.papers()).isEqualTo(1);
    assertThat(Kind.QUIET.digest.matched()).isZero();
    assertThat(Kind.WIDEST.digest.sections()).hasSize(20);
  }

  private RenderedMail render(Kind kind) {
    return renderer.render(kind.digest, TestDigests.reader(Format.HTML));
  }
}
