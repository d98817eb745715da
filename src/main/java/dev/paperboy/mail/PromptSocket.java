package dev.paperboy.mail;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A socket whose writing and whose answers end. What is written leaves together when an answer is
 * read, or when the socket is closed: commands that are sent ahead share a packet (RFC 2920 section
 * 3.1), and so do a message and its final dot. For one thread, as an SMTP dialogue is.
 */
final class PromptSocket extends Socket {

  /** Holds a digest; what is longer leaves in pieces. */
  private static final int HELD = 1 << 16;

  /** On the one thread that Java has for delays; a look takes no time. */
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run);

  private final Duration longestWrite;
  private final Duration longestAnswer;
  private @Nullable Held held;
  private volatile long sentAt = System.nanoTime();
  private volatile boolean writing;
  private volatile boolean stuck;

  /**
   * @param longestWrite the server has to take what is sent within that time
   * @param longestAnswer counted from the last octet that was sent
   */
  PromptSocket(Duration longestWrite, Duration longestAnswer) {
    this.longestWrite = longestWrite;
    this.longestAnswer = longestAnswer;
  }

  /** What was written last has not left, or not all of it. */
  static final class Unsent extends IOException {

    private static final long serialVersionUID = 1L;

    private Unsent(String words, IOException cause) {
      super(words, cause);
    }

    /** Whether that is why this failed. */
    static boolean isIn(@Nullable Throwable failure) {
      for (Throwable each = failure; each != null; each = each.getCause()) {
        if (each instanceof Unsent) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        listen();
        return super.read();
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        listen();
        return super.read(into, from, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    if (held == null) {
      held = new Held(new Leaving(super.getOutputStream()));
      SOON.execute(this::watch);
    }
    return held;
  }

  @Override
  public void close() throws IOException {
    if (!isClosed()) {
      try {
        release();
      } catch (IOException gone) {
        // It was a farewell: nothing depends on it.
      } finally {
        super.close();
      }
    }
  }

  private void listen() throws IOException {
    release();
    if (System.nanoTime() - sentAt > longestAnswer.toNanos()) {
      throw new SocketTimeoutException(
          "The answer has not ended within " + longestAnswer.toSeconds() + " s");
    }
  }

  private void release() throws IOException {
    Held waiting = held;
    if (waiting != null) {
      waiting.release();
    }
  }

  /** Java has no time-out for writing; only closing the socket ends it. */
  private void watch() {
    if (isClosed()) {
      return;
    }
    if (writing && System.nanoTime() - sentAt > longestWrite.toNanos()) {
      stuck = true;
      try {
        super.close();
      } catch (IOException alreadyGone) {
        // The writing thread sees that as well.
      }
    } else {
      SOON.execute(this::watch);
    }
  }

  /** Keeps what is written until it is to leave, whatever is flushed in between. */
  private static final class Held extends BufferedOutputStream {

    Held(OutputStream out) {
      super(out, HELD);
    }

    @Override
    public void flush() {
      // The mail library flushes after every command.
    }

    private void release() throws IOException {
      super.flush();
    }
  }

  /** On its way to the server. */
  private final class Leaving extends OutputStream {

    private final OutputStream out;

    Leaving(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      sentAt = System.nanoTime();
      writing = true;
      try {
        out.write(octets, from, length);
      } catch (IOException failure) {
        throw new Unsent(
            stuck
                ? "The server has taken nothing for " + longestWrite.toSeconds() + " s"
                : String.valueOf(failure.getMessage()),
            failure);
      } finally {
        writing = false;
        sentAt = System.nanoTime();
      }
    }
  }
}
