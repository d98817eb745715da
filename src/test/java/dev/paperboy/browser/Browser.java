package dev.paperboy.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.ProgramPath;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window, as a process of its own that knows no host but this machine; it
 * starts with the first page. Its one tab shows one page after the other.
 *
 * <p>Where there is no Chromium, each test that needs it is skipped and says so; with {@code
 * -Dbrowser.required=true} it fails.
 */
public final class Browser implements AutoCloseable {

  private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
  private static final String MISSING =
      "no Chromium on the PATH; on Debian: apt-get install chromium";

  private final Path folder;
  private final Duration patience;
  private @Nullable Chromium chromium;
  private @Nullable Tab tab;

  /**
   * @param folder for its files
   * @param patience how long it may take to answer anything
   */
  Browser(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  /** A browser that keeps its files in the folder. */
  public static Browser in(Path folder) {
    return new Browser(folder, Duration.ofSeconds(60));
  }

  /**
   * Shows the page in its full height.
   *
   * @throws AssertionError if the browser hangs
   * @throws org.opentest4j.TestAbortedException if there is none
   */
  public Tab show(String html, Screen screen) {
    Tab shown = tab();
    shown.show(html, screen);
    return shown;
  }

  /** Goes to an address of this machine and shows the page in its full height. */
  public Tab visit(String address, Screen screen) {
    Tab shown = tab();
    shown.visit(address, screen);
    return shown;
  }

  /** Keeps a cookie for the visits of this address. */
  public void cookie(String address, String name, String value) {
    tab().cookie(address, name, value);
  }

  private Tab tab() {
    if (tab == null) {
      HttpClient client = HttpClient.newHttpClient();
      chromium = Chromium.start(program(), folder);
      tab = new Tab(new DevTools(client, chromium.tab(client), patience), folder);
    }
    return tab;
  }

  /**
   * The Chromium of this machine.
   *
   * @throws org.opentest4j.TestAbortedException if there is none
   */
  public static Path program() {
    Optional<Path> program = ProgramPath.find(NAMES);
    if (program.isEmpty() && Boolean.getBoolean("browser.required")) {
      throw new AssertionError(MISSING);
    }
    assumeTrue(program.isPresent(), MISSING);
    return program.orElseThrow();
  }

  boolean isAlive() {
    return chromium != null && chromium.isAlive();
  }

  @Override
  public void close() {
    if (chromium != null) {
      chromium.close();
    }
  }
}
