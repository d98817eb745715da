package dev.paperboy.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server on a free loopback port that says what it is told to. A stage is the first word of
 * a command, or {@code BANNER} or {@code DOT}; a stage that has no answer left is answered as a
 * friendly server would.
 */
final class ScriptedSmtpServer implements AutoCloseable {

  /** Closes the connection in place of an answer. */
  static final String CLOSE = "(close)";

  /** Never answers. */
  static final String HANG = "(hang)";

  /** Answers, then closes the connection. */
  static final String THEN_CLOSE = "(then close)";

  /** Answers, and from then on neither reads nor speaks. */
  static final String THEN_DEAF = "(then deaf)";

  /** Answers one character at a time. */
  static final String DRIP = "(drip)";

  /**
   * Receive buffer in octets; small, so that a client soon blocks when this server stops reading.
   */
  private static final int UNREAD = 1 << 16;

  private static final Duration BETWEEN_DROPS = Duration.ofMillis(60);

  private final ServerSocket listener;
  private final Map<String, Deque<String>> script = new HashMap<>();
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> unheard = new CopyOnWriteArrayList<>();
  private final @Nullable SSLSocketFactory tls;
  private final boolean fromFirstByte;
  private volatile boolean pipelining;
  private volatile boolean dropping;

  ScriptedSmtpServer() throws IOException {
    this(null, false);
  }

  /**
   * @param tls makes the server's TLS sockets; null: it has no TLS
   * @param fromFirstByte whether TLS comes before everything; else STARTTLS is offered
   */
  ScriptedSmtpServer(@Nullable SSLSocketFactory tls, boolean fromFirstByte) throws IOException {
    this.tls = tls;
    this.fromFirstByte = fromFirstByte;
    this.listener = new ServerSocket();
    listener.setReceiveBufferSize(UNREAD);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread thread = new Thread(this::accept, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next answers at this stage, in order. */
  ScriptedSmtpServer answering(String stage, String... answers) {
    synchronized (script) {
      script.computeIfAbsent(stage, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }
    return this;
  }

  /** From now on it offers PIPELINING (RFC 2920). */
  ScriptedSmtpServer pipelining(boolean offered) {
    pipelining = offered;
    return this;
  }

  /** From now on it forgets what was sent before its turn, as some firewalls do. */
  ScriptedSmtpServer dropping() {
    dropping = true;
    return this;
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return clients.size();
  }

  List<String> commands() {
    return commands;
  }

  /** What came while it hung. */
  List<String> unheard() {
    return unheard;
  }

  /** Messages up to the final dot, without dot-stuffing, whatever was answered. */
  List<String> messages() {
    return messages;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        clients.add(client);
        Thread thread = new Thread(() -> serve(client), "scripted-smtp-client");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (Socket socket = client) {
      Dialogue dialogue = new Dialogue(socket);
      dialogue.run();
    } catch (IOException gone) {
      // The test looks at the client's side.
    }
  }

  private String answer(String stage, String friendly) {
    synchronized (script) {
      Deque<String> answers = script.get(stage);
      String answer = answers == null ? null : answers.poll();
      return answer == null ? friendly : answer;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  private final class Dialogue {

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private boolean over;

    Dialogue(Socket socket) throws IOException {
      this.socket = socket;
      this.in = reader(socket);
      this.out = socket.getOutputStream();
    }

    void run() throws IOException {
      if (fromFirstByte) {
        startTls();
      }
      say("BANNER", "220 scripted");
      while (!over) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        commands.add(line);
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        while (dropping && in.ready()) {
          in.readLine();
        }
        String said = say(verb, friendly(verb));
        if (verb.equals("DATA") && said.startsWith("354") && !over) {
          content();
        } else if (verb.equals("STARTTLS") && said.startsWith("220")) {
          startTls();
        }
      }
    }

    private String friendly(String verb) {
      return switch (verb) {
        case "EHLO" ->
            (pipelining ? "250-hello\r\n250-PIPELINING\r\n" : "")
                + (tls != null && !isTls() ? "250-scripted\r\n250 STARTTLS" : "250 scripted");
        case "DATA" -> "354 go on";
        case "STARTTLS" -> tls == null ? "502 no" : "220 go on";
        case "QUIT" -> "221 bye" + THEN_CLOSE;
        default -> "250 2.0.0 fine";
      };
    }

    private boolean isTls() {
      return socket instanceof SSLSocket;
    }

    private void content() throws IOException {
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(".")) {
          messages.add(String.join("\r\n", lines) + "\r\n");
          say("DOT", "250 2.0.0 taken");
          return;
        }
        lines.add(line.startsWith(".") ? line.substring(1) : line);
      }
    }

    private String say(String stage, String friendly) throws IOException {
      String answer = answer(stage, friendly);
      if (answer.equals(HANG)) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          unheard.add(line); // Until the client gives up.
        }
      }
      over = answer.equals(HANG) || answer.equals(CLOSE) || answer.endsWith(THEN_CLOSE);
      if (!answer.equals(HANG) && !answer.equals(CLOSE)) {
        String line =
            answer.replace(THEN_CLOSE, "").replace(THEN_DEAF, "").replace(DRIP, "") + "\r\n";
        write(line.getBytes(StandardCharsets.UTF_8), answer.startsWith(DRIP));
      }
      while (answer.endsWith(THEN_DEAF) && !socket.isClosed()) {
        LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
      }
      return answer.replace(DRIP, "");
    }

    private void write(byte[] octets, boolean slowly) throws IOException {
      for (int i = 0; slowly && i < octets.length; i++) {
        out.write(octets, i, 1);
        out.flush();
        LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
      }
      if (!slowly) {
        out.write(octets);
        out.flush();
      }
    }

    private void startTls() throws IOException {
      if (tls == null) {
        return;
      }
      SSLSocket secure = (SSLSocket) tls.createSocket(socket, null, socket.getPort(), true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      socket = secure;
      in = reader(secure);
      out = secure.getOutputStream();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
  }
}
