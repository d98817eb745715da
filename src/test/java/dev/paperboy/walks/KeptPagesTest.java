package dev.paperboy.walks;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.browser.Browser;
import dev.paperboy.browser.Picture;
import dev.paperboy.browser.Screen;
import dev.paperboy.browser.Tab;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the pages for the documentation anew: {@code mvn -Pfull test
 * -Dtest=KeptPagesTest -Dpictures.keep=true}.
 */
@EnabledIfSystemProperty(named = "pictures.keep", matches = "true")
@Tag("full")
class KeptPagesTest {

  private static final Path IMAGES = Path.of("docs/images");
  private static final int MOST_BYTES = 150_000;
  private static final Screen DESK = Screen.light(1000);

  @TempDir Path folder;

  @Test
  void the_pictures_of_the_documentation_are_taken() throws Exception {
    Path files = Files.createDirectories(folder.resolve("browser"));
    try (Newsstand stand = Newsstand.open(folder.resolve("stand"));
        Browser browser = Browser.in(files)) {
      for (String name : List.of("ada", "ben", "chiara", "dmitri")) {
        stand.paperboy.subscribe(
            name + "@example.org",
            Files.readString(Path.of("src/main/resources/demo/readers", name + ".yml")));
      }
      stand.dropSample();
      stand.clock.moveTo("2025-12-05T20:00:00Z");
      stand.await("the mails", () -> stand.paperboy.mails().size() >= 3);
      stand.awaitSearch();

      keep(browser, stand, "page-home", "/", DESK, 900);
      keep(browser, stand, "page-edition", "/editions/1", DESK, 900);
      keep(browser, stand, "page-search", "/search?q=language+model", Screen.dark(390), 844);
      keep(browser, stand, "page-mailbox", "/mailbox", DESK, 700);
      String interests =
          "/interests/"
              + stand
                  .paperboy
                  .application()
                  .tokens()
                  .of(stand.paperboy.subscriber("ada@example.org"), Purpose.INTERESTS);
      keep(browser, stand, "page-interests", interests, DESK, 1_000);
      logIn(browser, stand);
      keep(browser, stand, "page-admin", "/admin", DESK, 1_000);
    }
  }

  private static void keep(
      Browser browser, Newsstand stand, String name, String path, Screen screen, int height) {
    Tab tab = browser.visit(stand.address(path), screen);
    eventually(
        "the page is complete: " + name,
        Duration.ofSeconds(20),
        () -> !tab.run("document.querySelector('[aria-busy=true]') !== null").asBoolean());
    assertThat(tab.complaints()).as(name).isEmpty();
    Picture picture = tab.picture();
    Picture kept = picture.top(Math.min(height, picture.height())).inFewColours();
    assertThat(kept.png()).as(name).hasSizeLessThan(MOST_BYTES);
    kept.write(IMAGES.resolve(name + ".png"));
  }

  private static void logIn(Browser browser, Newsstand stand)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stand.address("/admin/login")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("password=" + Newsstand.PASSWORD.replace(' ', '+')))
            .build();
    String cookie =
        HttpClient.newHttpClient()
            .send(request, BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
    browser.cookie(stand.address("/admin"), pair[0], pair[1]);
  }
}
