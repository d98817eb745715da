package dev.paperboy.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends forms over a connection that is kept, for as little as possible: it shares two processors
 * with the server that is measured, and a client that can do everything would need more than that.
 * For one thread.
 */
final class FormSender implements AutoCloseable {

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream answers;

  FormSender(int port) {
    this.port = port;
  }

  /**
   * Sends it, over a new connection if the server has closed the last one.
   *
   * @return the status of the answer
   */
  int send(String path, String forwardedFor, String form) throws IOException {
    byte[] request =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        X-Forwarded-For: %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(path, forwardedFor, form.length(), form)
            .getBytes(StandardCharsets.US_ASCII);
    Socket open = socket == null ? connect() : socket;
    open.getOutputStream().write(request);
    return answer();
  }

  private Socket connect() throws IOException {
    Socket opened = new Socket("127.0.0.1", port);
    opened.setTcpNoDelay(true);
    socket = opened;
    answers = new BufferedInputStream(opened.getInputStream());
    return opened;
  }

  private int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      closes |= header.equals("connection: close");
    }
    if (answers != null) {
      answers.skipNBytes(length);
    }
    if (closes) {
      close();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = read(); next != '\n'; next = read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private int read() throws IOException {
    int next = answers == null ? -1 : answers.read();
    if (next < 0) {
      throw new SocketException("the server has closed the connection");
    }
    return next;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
