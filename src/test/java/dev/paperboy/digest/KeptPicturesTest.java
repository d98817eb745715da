package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.browser.Browser;
import dev.paperboy.browser.Picture;
import dev.paperboy.browser.Screen;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.notice.NoticeRenderer;
import dev.paperboy.notice.SampleNotices;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documentation anew: {@code mvn -Pfull test -Dtest=KeptPicturesTest
 * -Dpictures.keep=true}.
 */
@EnabledIfSystemProperty(named = "pictures.keep", matches = "true")
@Tag("full")
class KeptPicturesTest {

  private static final Path IMAGES = Path.of("docs/images");
  private static final int MOST_BYTES = 250_000;

  /** Twice as sharp, as most screens are. */
  private static final int SHARPNESS = 2;

  @TempDir static Path folder;

  private final Templates templates = new Templates(Path.of("templates"));

  @Test
  void the_pictures_of_the_documentation_are_taken() {
    RenderedMail ten =
        new DigestRenderer(templates, TestDigests.sender())
            .render(GoldenDigests.ten(), TestDigests.reader(Format.HTML));
    try (Browser browser = Browser.in(folder)) {
      keep("digest-light", browser, ten, Screen.light(760), 1_060);
      keep("digest-phone", browser, ten, Screen.light(360), 900);
      keep("digest-dark", browser, ten, Screen.dark(580), 900);
      NoticeRenderer notices = new NoticeRenderer(templates, TestDigests.sender());
      for (Kind kind : List.of(Kind.CONFIRM, Kind.WELCOME, Kind.CHANGES)) {
        RenderedMail mail =
            notices.render(
                new SampleNotices(TestDigests.sender().baseUrl()).of(kind),
                TestDigests.reader(Format.HTML).address());
        keep(kind.word(), browser, mail, Screen.light(360), 820);
      }
    }
  }

  private static void keep(
      String name, Browser browser, RenderedMail mail, Screen screen, int height) {
    Picture picture =
        browser
            .show(Objects.requireNonNull(mail.html()), screen.sharp(SHARPNESS))
            .picture()
            .top(height * SHARPNESS)
            .inFewColours();
    assertThat(picture.png()).as(name).hasSizeLessThan(MOST_BYTES);
    picture.write(IMAGES.resolve(name + ".png"));
  }
}
