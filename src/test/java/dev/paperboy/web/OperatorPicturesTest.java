package dev.paperboy.web;

import static dev.paperboy.web.Press.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.browser.Browser;
import dev.paperboy.browser.Layout;
import dev.paperboy.browser.Layout.Words;
import dev.paperboy.browser.Screen;
import dev.paperboy.browser.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of archive, mailbox and operator in a real browser, on a phone and on a desk, in light
 * and dark. The pictures are in {@code target/pictures}.
 */
@Tag("full")
class OperatorPicturesTest {

  private static final Path PICTURES = Path.of("target/pictures");

  @TempDir static Path folder;
  private static Browser browser;
  private static Press press;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.in(folder.resolve("browser"));
    Files.createDirectories(folder.resolve("browser"));
    press = Press.open(folder);
    press.dump(
        listing(
            "2603.00001", "Graph networks that learn to forget", "About graphs. ".repeat(20), 7),
        listing("2603.00002", "Diffusion on graphs, a survey of surveys", "Words of graphs.", 41));
    press.dump(listing("2603.00001", "Graph networks that learn to forget", "", 30));
    press.subscriber("ada@example.org", "interests:\n  - graph network\n  - diffusion\n");
    press.subscriber("ben@example.net", "interests:\n  - Graph network\n");
    press.subscriber("cy@example.net", "interests:\n  - nothing of this\n");
    press.run();
    press.restart();
    Path refused = Files.createDirectories(folder.resolve("dumps/refused"));
    Files.writeString(refused.resolve("odd.txt"), "no dump");
    Files.writeString(refused.resolve("odd.txt.why"), "It is of no known format.");
  }

  @AfterAll
  static void close() {
    browser.close();
    press.close();
  }

  @Test
  void the_operator_s_page_draws_its_plots_under_the_strict_policy() {
    logIn();
    for (Screen screen : Screen.ALL) {
      Tab tab = look("/admin", "admin", screen);

      assertThat(tab.run("document.querySelectorAll('.plot canvas').length").intValue())
          .isEqualTo(1);
      assertThat(tab.run("document.querySelector('.plot canvas').clientWidth").intValue())
          .isGreaterThan(200);
      assertThat(tab.run("document.querySelector('.u-legend').innerText").asText())
          .contains("Sent", "Bounces");
    }
    look("/admin/outbox?state=sent", "admin-outbox", Screen.light(800));
  }

  @Test
  void the_pages_of_the_archive_fit_every_screen() {
    String mail = Site.page(press.get("/mailbox")).select(".editions a").attr("href");
    for (Screen screen : Screen.ALL) {
      look("/editions", "editions", screen);
      look("/editions/1", "edition", screen);
      look("/papers/2603.00001", "paper", screen);
      look("/search?q=graph", "search", screen);
      look("/mailbox", "mailbox", screen);
      look(mail, "mailbox-mail", screen);
    }
    Tab html = look(mail + "/html", "mailbox-html", Screen.light(800));
    assertThat(html.run("document.querySelector('h1').innerText").asText()).contains("paper");
  }

  private static Tab look(String path, String name, Screen screen) {
    Tab tab = browser.visit("http://127.0.0.1:" + press.port() + path, screen);
    Layout layout = tab.layout();
    tab.picture().write(PICTURES.resolve("web-" + name + "-" + screen + ".png"));

    assertThat(tab.complaints()).as(path).isEmpty();
    assertThat(layout.width()).as("%s at %s", path, screen).isLessThanOrEqualTo(screen.width());
    // What lies in a closed <details> is not seen.
    assertThat(layout.words().stream().filter(Words::uncovered))
        .as("%s at %s", path, screen)
        .isNotEmpty()
        .allSatisfy(
            words -> {
              assertThat(words.contrast()).isGreaterThanOrEqualTo(4.5);
              assertThat(words.size()).isGreaterThanOrEqualTo(13);
            });
    return tab;
  }

  private static void logIn() {
    String body = "password=" + URLEncoder.encode(Press.PASSWORD, StandardCharsets.UTF_8);
    String cookie =
        press.post("/admin/login", body).headers().firstValue("Set-Cookie").orElseThrow();
    String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
    browser.cookie("http://127.0.0.1:" + press.port() + "/admin", pair[0], pair[1]);
  }
}
