package dev.paperboy.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/** Stands between a client and an IMAP server, counts, listens in, and does what networks do. */
final class ImapProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int server;
  private final UnaryOperator<String> asked;
  private final UnaryOperator<String> answers;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final StringBuffer commands = new StringBuffer();

  /**
   * @param answers changes what the server says, an octet a character; where the outcome has {@link
   *     #CUT} in it, the connection ends there
   */
  ImapProxy(ServerSocketFactory front, int server, UnaryOperator<String> answers) {
    this(front, server, command -> command, answers);
  }

  private ImapProxy(
      ServerSocketFactory front,
      int server,
      UnaryOperator<String> asked,
      UnaryOperator<String> answers) {
    this.server = server;
    this.asked = asked;
    this.answers = answers;
    try {
      listener = front.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  static final String CUT = "\0cut";

  /** Changes nothing. */
  static ImapProxy before(int server) {
    return before(server, answer -> answer);
  }

  static ImapProxy before(int server, UnaryOperator<String> answers) {
    return new ImapProxy(ServerSocketFactory.getDefault(), server, answers);
  }

  /** As if the client had sent other commands, so that the server does what others do. */
  static ImapProxy changing(int server, UnaryOperator<String> asked) {
    return new ImapProxy(ServerSocketFactory.getDefault(), server, asked, answer -> answer);
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** What clients sent so far. */
  String commands() {
    return commands.toString();
  }

  /** Cuts all connections, without a word. */
  void cut() {
    sockets.forEach(ImapProxy::close);
    sockets.clear();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        connections.incrementAndGet();
        Socket origin = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.addAll(List.of(client, origin));
        threads.execute(
            () ->
                pump(
                    client,
                    origin,
                    command -> {
                      commands.append(command);
                      return asked.apply(command);
                    }));
        threads.execute(() -> pump(origin, client, answers));
      } catch (IOException closed) {
        // The next one, unless the proxy is closed.
      }
    }
  }

  private static void pump(Socket from, Socket to, UnaryOperator<String> change) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        String changed = change.apply(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        int cut = changed.indexOf(CUT);
        out.write(
            changed
                .substring(0, cut < 0 ? changed.length() : cut)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (cut >= 0) {
          return;
        }
      }
    } catch (IOException over) {
      // One side has hung up; so does the other.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed already.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.shutdownNow();
  }
}
