package dev.paperboy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.browser.Browser;
import dev.paperboy.browser.Layout;
import dev.paperboy.browser.Screen;
import dev.paperboy.browser.Tab;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other mails in a real browser. The pictures are in {@code target/pictures}. */
@Tag("full")
class NoticePicturesTest {

  private static final URI BASE = URI.create("https://paperboy.example");
  private static final EmailAddress FROM = new EmailAddress("post", "paperboy.example");

  @TempDir static Path folder;
  private static Browser browser;

  private final NoticeRenderer renderer =
      new NoticeRenderer(
          new Templates(Path.of("templates")),
          new SenderSettings(
              new Mailbox("Paperboy", FROM), new Inbox(FROM, Inbox.Tags.PLUS), "", BASE));

  @BeforeAll
  static void start() {
    browser = Browser.in(folder);
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_notice_can_be_read_on_every_screen(Kind kind) {
    assertReadable(kind.word(), new SampleNotices(BASE).of(kind));
  }

  @Test
  void a_refused_change_can_be_read_on_every_screen() {
    assertReadable("refused", new SampleNotices(BASE).refused());
  }

  private void assertReadable(String name, Notice notice) {
    String html =
        Objects.requireNonNull(
            renderer.render(notice, new EmailAddress("ada", "example.org")).html());
    for (Screen screen : Screen.ALL) {
      Tab tab = browser.show(html, screen);
      tab.picture().write(Path.of("target/pictures", name + "-" + screen + ".png"));
      Layout layout = tab.layout();

      layout.assertReadable();
      assertThat(layout.words()).filteredOn(words -> words.element().equals("h1")).hasSize(1);
      assertThat(layout.height()).isBetween(300, 1_600);
      assertThat(tab.requests()).isEmpty();
    }
  }
}
