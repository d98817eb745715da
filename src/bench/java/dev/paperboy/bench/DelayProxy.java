package dev.paperboy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A network far away: passes on what comes to a loopback port, each direction so much later, and
 * holds back nothing else.
 */
final class DelayProxy implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private final ServerSocket listener;
  private final int target;
  private final long nanos;

  DelayProxy(int target, Duration oneWay) throws IOException {
    this.listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    this.target = target;
    this.nanos = oneWay.toNanos();
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** No octets: the end. */
  private record Chunk(byte[] octets, long due) {}

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        pass(near, far);
        pass(far, near);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to) {
    BlockingQueue<Chunk> way = new LinkedBlockingQueue<>();
    start(() -> read(from, way));
    start(() -> write(to, way));
  }

  private void read(Socket from, BlockingQueue<Chunk> way) {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        way.add(new Chunk(Arrays.copyOf(buffer, n), System.nanoTime() + nanos));
      }
    } catch (IOException gone) {
      // The end, like any other.
    }
    way.add(new Chunk(new byte[0], System.nanoTime() + nanos));
  }

  private static void write(Socket to, BlockingQueue<Chunk> way) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Chunk next = way.take(); next.octets.length > 0; next = way.take()) {
        TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
        out.write(next.octets);
      }
    } catch (IOException | InterruptedException gone) {
      // Nobody is left to write to.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "delay-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
