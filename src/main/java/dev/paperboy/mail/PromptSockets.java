package dev.paperboy.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send at once (TCP_NODELAY), and whose answers end. The mail library leaves Nagle's
 * algorithm on, which together with delayed acknowledgements costs 40 ms for every mail; and its
 * time-out begins anew with every octet, so that a server could hold a connection for ever.
 */
final class PromptSockets extends SocketFactory {

  private final Duration longestAnswer;

  /**
   * @param longestAnswer counted from the last octet that was sent
   */
  PromptSockets(Duration longestAnswer) {
    this.longestAnswer = longestAnswer;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new AnsweredSocket(longestAnswer);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static final class AnsweredSocket extends Socket {

    private final Duration longest;
    private volatile long sentAt = System.nanoTime();

    AnsweredSocket(Duration longest) {
      this.longest = longest;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          stopTooLate();
          return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          stopTooLate();
          return super.read(into, from, length);
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int octet) throws IOException {
          out.write(octet);
          sentAt = System.nanoTime();
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
          out.write(octets, from, length);
          sentAt = System.nanoTime();
        }
      };
    }

    private void stopTooLate() throws SocketTimeoutException {
      if (System.nanoTime() - sentAt > longest.toNanos()) {
        throw new SocketTimeoutException(
            "The answer has not ended within " + longest.toSeconds() + " s");
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local)
      throws IOException {
    Socket socket = createSocket();
    if (local != null) {
      socket.bind(local);
    }
    socket.connect(remote);
    return socket;
  }
}
