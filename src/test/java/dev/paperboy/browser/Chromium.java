package dev.paperboy.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Chromium as a process that can be talked to. */
final class Chromium implements AutoCloseable {

  private static final String LISTENING = "DevTools listening on ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;

  private Chromium(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param folder for all of its files
   */
  static Chromium start(Path program, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(command(program, folder)).redirectErrorStream(true);
    builder.environment().put("TMPDIR", folder.toString());
    try {
      return new Chromium(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path program, Path folder) {
    return List.of(
        program.toString(),
        "--headless=new",
        // Chromium refuses its sandbox to root; what it shows here was written for the tests.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--remote-debugging-port=0",
        "--user-data-dir=" + folder.resolve("profile"),
        "about:blank");
  }

  /** Where it listens, which it says on its first lines. */
  private URI address() {
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(address), "what the browser says");
    reader.setDaemon(true);
    reader.start();
    try {
      return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The browser does not start.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Reads to the end, so that the process never waits for a reader. */
  private void read(CompletableFuture<URI> address) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(LISTENING)) {
          address.complete(URI.create(line.substring(LISTENING.length()).strip()));
        }
        said.append(address.isDone() ? "" : line + "\n");
      }
      address.completeExceptionally(new IOException("It ended and said:\n" + said));
    } catch (IOException closed) {
      address.completeExceptionally(closed);
    }
  }

  /** Where its one tab is talked to. */
  URI tab(HttpClient client) {
    URI list = URI.create("http://127.0.0.1:" + address().getPort() + "/json/list");
    HttpRequest request = HttpRequest.newBuilder(list).timeout(PATIENCE).build();
    try {
      String tabs = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return URI.create(DevTools.JSON.readTree(tabs).findValue("webSocketDebuggerUrl").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process and all that it started, at once. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    // Until the last one is gone, its files come back.
    all.forEach(each -> each.onExit().join());
  }
}
