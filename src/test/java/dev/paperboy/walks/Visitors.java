package dev.paperboy.walks;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.paperboy.browser.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Chromium for people who walk through the pages; it knows no host but this machine. Where there is
 * none, the tests are skipped as those of {@link Browser}.
 */
final class Visitors implements AutoCloseable {

  /** Where they all live. */
  static final String TIMEZONE = "Europe/Lisbon";

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Visitors(Path program) {
    // Debian's Chromium is there already; Playwright would fetch one of its own.
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            // Chromium refuses its sandbox to root; it sees our own pages only.
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--force-color-profile=srgb",
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")));
  }

  static Visitors open() {
    return new Visitors(Browser.program());
  }

  /** Somebody with a browser that has been nowhere yet. */
  Visitor visitor(Device device) {
    return new Visitor(chromium.newContext(options(device)));
  }

  /** The same, but deaf to what pages forbid: mails forbid all scripts, those of a test too. */
  Visitor inspector(Device device) {
    return new Visitor(chromium.newContext(options(device).setBypassCSP(true)));
  }

  private static NewContextOptions options(Device device) {
    return new NewContextOptions()
        .setViewportSize(device.width(), device.height())
        .setIsMobile(device.isPhone())
        .setHasTouch(device.isPhone())
        .setColorScheme(device.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setJavaScriptEnabled(device.scripts())
        .setLocale("en-GB")
        .setTimezoneId(TIMEZONE);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
