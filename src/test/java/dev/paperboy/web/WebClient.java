package dev.paperboy.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Sends requests to servers on this machine. Every client of Java has threads of its own, so that
 * requests share one. Threads may share this.
 */
final class WebClient {

  private static volatile HttpClient client = HttpClient.newHttpClient();

  private WebClient() {}

  static HttpResponse<String> send(
      int port, String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400 && body.contentLength() != 0) {
        // The server may close a connection whose body it refused, and the next request must not
        // find that one.
        client = HttpClient.newHttpClient();
      }
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
