package dev.paperboy.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The page that a browser shows. */
public final class Tab {

  private static final int FIRST_HEIGHT = 200;

  private final DevTools tools;
  private final Path file;

  Tab(DevTools tools, Path folder) {
    this.tools = tools;
    this.file = folder.resolve("page.html").toAbsolutePath();
    tools.call("Page.enable", Map.of());
    tools.call("Network.enable", Map.of());
    tools.call("Log.enable", Map.of());
  }

  void show(String html, Screen screen) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    visit(file.toUri().toString(), screen);
  }

  void visit(String address, Screen screen) {
    Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", screen.scheme());
    tools.call("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    size(screen, FIRST_HEIGHT);
    tools.forget();
    tools.callUntil("Page.loadEventFired", "Page.navigate", Map.of("url", address));
    size(screen, run("document.documentElement.scrollHeight").intValue());
  }

  private void size(Screen screen, int height) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", screen.width(),
            "height", height,
            "deviceScaleFactor", screen.sharpness(),
            "mobile", screen.mobile()));
  }

  /**
   * The value of an expression in JavaScript.
   *
   * @throws AssertionError if it throws
   */
  public JsonNode run(String expression) {
    JsonNode answer =
        tools.call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Gives the browser a cookie for this address. */
  void cookie(String address, String name, String value) {
    tools.call("Network.setCookie", Map.of("url", address, "name", name, "value", value));
  }

  /** What the browser complains of, such as a script that the page's policy forbids. */
  public List<String> complaints() {
    return tools.events().stream()
        .filter(event -> event.path("method").asText().equals("Log.entryAdded"))
        .map(event -> event.at("/params/entry/text").asText())
        .toList();
  }

  /** Addresses that the page asked for, beside its own. */
  public List<String> requests() {
    return tools.events().stream()
        .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .filter(url -> !url.equals(file.toUri().toString()))
        .toList();
  }

  /** The whole page. */
  public Picture picture() {
    JsonNode shot = tools.call("Page.captureScreenshot", Map.of("format", "png"));
    return Picture.of(Base64.getDecoder().decode(shot.path("data").asText()));
  }

  /** Where its words stand, and in which colours. */
  public Layout layout() {
    return Layout.of(this);
  }
}
