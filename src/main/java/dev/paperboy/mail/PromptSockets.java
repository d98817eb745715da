package dev.paperboy.mail;

import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send at once what is to leave together (TCP_NODELAY), and whose dialogue ends:
 * {@link PromptSocket}. The mail library leaves Nagle's algorithm on, which together with delayed
 * acknowledgements costs 40 ms for every mail; its time-out for answers begins anew with every
 * octet, so that a server could hold a connection for ever; and its time-out for writing wakes
 * another thread for every command.
 */
final class PromptSockets extends SocketFactory {

  private final Timeouts timeouts;

  PromptSockets(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new PromptSocket(timeouts.write(), timeouts.answer());
    socket.setTcpNoDelay(true);
    return socket;
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
