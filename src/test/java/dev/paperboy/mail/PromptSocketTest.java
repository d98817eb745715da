package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.mail.PromptSocket.Unsent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves when, and what ends. */
class PromptSocketTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ServerSocket listener;
  private PromptSocket socket;
  private Socket server;

  PromptSocketTest() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @BeforeEach
  void connect() throws IOException {
    connect(PATIENCE);
  }

  private void connect(Duration longestWrite) throws IOException {
    socket = new PromptSocket(longestWrite, PATIENCE);
    socket.connect(listener.getLocalSocketAddress());
    server = listener.accept();
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    server.close();
    listener.close();
  }

  @Test
  void what_was_written_leaves_together_when_an_answer_is_read() throws IOException {
    write("MAIL\r\n");
    write("RCPT\r\n");
    server.setSoTimeout(100);
    InputStream heard = server.getInputStream();
    assertThatThrownBy(heard::read).isInstanceOf(SocketTimeoutException.class);

    server.getOutputStream().write('2');
    assertThat(socket.getInputStream().read()).isEqualTo('2');

    byte[] both = heard.readNBytes(12);
    assertThat(new String(both, StandardCharsets.US_ASCII)).isEqualTo("MAIL\r\nRCPT\r\n");
  }

  @Test
  void a_farewell_leaves_when_the_socket_is_closed() throws IOException {
    write("QUIT\r\n");
    socket.close();

    byte[] heard = server.getInputStream().readAllBytes();
    assertThat(new String(heard, StandardCharsets.US_ASCII)).isEqualTo("QUIT\r\n");
  }

  @Test
  void a_server_that_takes_nothing_is_left_after_a_while() throws IOException {
    socket.close();
    server.close();
    connect(Duration.ofMillis(500));
    byte[] more = new byte[1 << 20];

    assertThatThrownBy(
            () -> {
              OutputStream out = socket.getOutputStream();
              for (int i = 0; i < 64; i++) {
                out.write(more);
              }
            })
        .isInstanceOf(Unsent.class)
        .hasMessageStartingWith("The server has taken nothing for ");
    assertThat(socket.isClosed()).isTrue();
  }

  private void write(String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
