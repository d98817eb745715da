package dev.paperboy.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands before GreenMail, which takes no null reverse-path (RFC 5321 section 4.5.5), and names a
 * sender for it; all else passes as it is.
 */
final class NullSenderRelay implements AutoCloseable {

  /** Who sends where nobody does. */
  static final String NOBODY = "null-sender@localhost";

  private final ServerSocket listener;
  private final int port;

  /**
   * @param port of the server behind
   */
  NullSenderRelay(int port) {
    this.port = port;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        start(() -> answers(server, client));
        start(() -> commands(client, server));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answers(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException closed) {
      // One of both has hung up.
    }
  }

  private static void commands(Socket client, Socket server) {
    try (client;
        server;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = server.getOutputStream();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String passed = line.replaceFirst("^MAIL FROM:<>", "MAIL FROM:<" + NOBODY + ">");
        out.write((passed + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    } catch (IOException closed) {
      // One of both has hung up.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "null-sender-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
