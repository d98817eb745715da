package dev.paperboy.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A talk with one tab of Chromium in the DevTools protocol: calls with answers, and events. */
final class DevTools implements WebSocket.Listener {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Duration patience;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private final StringBuilder part = new StringBuilder();

  /**
   * @param patience how long an answer may take
   */
  DevTools(HttpClient client, URI tab, Duration patience) {
    this.patience = patience;
    this.socket = wait("the tab", client.newWebSocketBuilder().buildAsync(tab, this));
  }

  /**
   * The answer's result.
   *
   * @throws AssertionError if the browser refuses, or does not answer in time
   */
  JsonNode call(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    Map<String, ?> message = Map.of("id", id, "method", method, "params", parameters);
    wait(method, socket.sendText(json(message), true));
    JsonNode whole = wait(method, answer);
    if (whole.has("error")) {
      throw new AssertionError(method + ": " + whole.get("error"));
    }
    return whole.path("result");
  }

  /** Does something and waits for an event that follows from it. */
  void callUntil(String event, String method, Map<String, ?> parameters) {
    CompletableFuture<JsonNode> seen = new CompletableFuture<>();
    awaited.put(event, seen);
    call(method, parameters);
    wait(event, seen);
  }

  /** What happened since {@link #forget}. */
  Queue<JsonNode> events() {
    return events;
  }

  void forget() {
    events.clear();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      hear(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void hear(String message) {
    try {
      JsonNode heard = JSON.readTree(message);
      if (heard.has("id")) {
        CompletableFuture<JsonNode> answer = asked.remove(heard.get("id").intValue());
        if (answer != null) {
          answer.complete(heard);
        }
        return;
      }
      events.add(heard);
      CompletableFuture<JsonNode> seen = awaited.remove(heard.path("method").asText());
      if (seen != null) {
        seen.complete(heard);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T wait(String what, CompletableFuture<T> future) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The browser hangs: no answer to " + what + " in " + patience, e);
    } catch (ExecutionException e) {
      throw new AssertionError("The browser is gone: " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
