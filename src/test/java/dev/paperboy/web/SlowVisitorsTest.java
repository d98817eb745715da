package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who hold connections and threads rather than ask for something. */
class SlowVisitorsTest {

  /** Fewer than the system keeps for a server that has not accepted them yet. */
  private static final int AT_ONCE = 25;

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void more_silent_connections_than_there_are_keep_nobody_out_for_long() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try (Site site = Site.open(folder)) {
      for (int i = 0; i < WebServer.MOST_CONNECTIONS + 100; i++) {
        silent.add(new Socket("127.0.0.1", site.port()));
        if (i % AT_ONCE == 0 && i < WebServer.MOST_CONNECTIONS - AT_ONCE) {
          awaitAccepted(site);
        }
      }
      long begin = System.nanoTime();

      assertThat(site.get("/").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  @Timeout(60)
  void a_body_that_comes_a_drop_at_a_time_is_given_up() throws Exception {
    try (Site site = Site.open(folder);
        LogRecorder log = new LogRecorder();
        Socket socket = begun(site)) {
      int drops = 0;
      while (drops < 200 && isTaken(socket)) {
        Thread.sleep(100);
        drops++;
      }
      assertThat(drops).isLessThan(200);
      assertThat(site.get("/").statusCode()).isEqualTo(200);
      assertThat(log.events()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void whoever_goes_away_in_the_middle_of_a_form_leaves_no_word_in_the_log() throws Exception {
    try (LogRecorder log = new LogRecorder()) {
      try (Site site = Site.open(folder)) {
        begun(site).close();
        try (Socket socket = begun(site)) {
          socket.setSoLinger(true, 0); // Ends with a reset.
        }
        Thread.sleep(500);
        assertThat(site.get("/").statusCode()).isEqualTo(200);
      }
      assertThat(log.events()).isEmpty();
    }
  }

  /**
   * A connection that is lost because too many wait is tried again by the system a second later.
   */
  private static void awaitAccepted(Site site) throws IOException {
    try (Socket last = new Socket("127.0.0.1", site.port())) {
      send(last, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(last.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  /** A form of which the first characters were sent. */
  private static Socket begun(Site site) throws IOException {
    Socket socket = new Socket("127.0.0.1", site.port());
    send(socket, "POST /subscribe HTTP/1.1\r\nHost: x\r\nContent-Type: " + Site.FORM + "\r\n");
    send(socket, "Content-Length: 60000\r\n\r\nemail=");
    return socket;
  }

  private static boolean isTaken(Socket socket) throws IOException {
    if (socket.getInputStream().available() > 0) {
      return false;
    }
    try {
      send(socket, "a");
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
