package dev.paperboy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server on a free loopback port that takes every mail, as fast as it can, and keeps of
 * each the recipient and the Message-ID. A mail counts from its final dot on, before the answer: so
 * that whoever dies between the two has delivered it.
 */
public final class MailSink implements AutoCloseable {

  private final ServerSocket listener;
  private final Temper temper;
  private final List<Copy> copies = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private volatile Runnable beforeAnswer = () -> {};
  private volatile @Nullable Hostility hostility;

  /**
   * What the sink says once it has turned hostile.
   *
   * @param after so many mails that it takes before
   * @param atDot whether it hears the whole mail first
   */
  private record Hostility(int after, boolean atDot, String reply) {}

  public MailSink() {
    this(Temper.CALM);
  }

  public MailSink(Temper temper) {
    this.temper = temper;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** One mail as it came. */
  public record Copy(String recipient, String messageId) {}

  /**
   * How a sink treats those who send to it, in mails of a hundred.
   *
   * @param forgets hangs up at the final dot and has not taken the mail
   * @param hangsUp hangs up at the final dot after taking the mail, in place of an answer
   * @param dawdles answers up to 50 ms late
   */
  public record Temper(int forgets, int hangsUp, int dawdles) {
    public static final Temper CALM = new Temper(0, 0, 0);

    private static boolean happens(int ofHundred) {
      return ThreadLocalRandom.current().nextInt(100) < ofHundred;
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** All mails so far, in the order in which they came. */
  public List<Copy> copies() {
    synchronized (copies) {
      return List.copyOf(copies);
    }
  }

  /** How many mails have come so far. */
  public int count() {
    return copies.size();
  }

  /** How many mails were taken for which no answer was given. */
  public int unanswered() {
    return unanswered.get();
  }

  /** Does this with each mail that was taken, before it is answered. */
  public void beforeAnswer(Runnable what) {
    beforeAnswer = what;
  }

  /** After so many mails, refuses every recipient with this reply. */
  public void refuseRecipients(int after, String reply) {
    hostility = new Hostility(after, false, reply);
  }

  /** After so many mails, refuses every mail with this reply. */
  public void refuseMails(int after, String reply) {
    hostility = new Hostility(after, true, reply);
  }

  /** Takes every mail again. */
  public void mend() {
    hostility = null;
  }

  private @Nullable String refusal(boolean atDot) {
    Hostility now = hostility;
    boolean hostile = now != null && now.atDot() == atDot && copies.size() >= now.after();
    return hostile ? now.reply() : null;
  }

  /** Waits until nobody is connected: what a killed sender had on its way has come by then. */
  public void awaitQuiet() {
    Eventually.eventually("nobody is connected", Duration.ofSeconds(30), clients::isEmpty);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket client = listener.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
        daemon(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16)) {
      say(client, "220 sink");
      String recipient = "";
      boolean open = true;
      for (String line = line(in); open && line != null; line = open ? line(in) : null) {
        switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
          case "EHLO" -> say(client, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
          case "RCPT" -> {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            String refusal = refusal(false);
            recipient = refusal == null ? recipient : "";
            say(client, refusal == null ? "250 fine" : refusal);
          }
          case "DATA" -> {
            if (recipient.isEmpty()) {
              say(client, "554 no valid recipients");
            } else {
              say(client, "354 go on");
              String messageId = content(in);
              open = messageId != null && take(client, new Copy(recipient, messageId));
            }
          }
          case "QUIT" -> open = false;
          default -> say(client, "250 fine");
        }
      }
    } catch (IOException gone) {
      // Killed, most likely: what came whole has been counted.
    } finally {
      clients.remove(client);
    }
  }

  /** Whether to go on. */
  private boolean take(Socket client, Copy copy) throws IOException {
    String refusal = refusal(true);
    if (refusal != null) {
      say(client, refusal);
      return true;
    }
    if (Temper.happens(temper.forgets())) {
      return false;
    }
    copies.add(copy);
    beforeAnswer.run();
    if (Temper.happens(temper.hangsUp())) {
      unanswered.incrementAndGet();
      return false;
    }
    if (Temper.happens(temper.dawdles())) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000));
    }
    say(client, "250 taken");
    return true;
  }

  /** Reads to the final dot; null if it did not come. */
  private static @Nullable String content(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    boolean inHead = true;
    for (String line = line(in); line != null; line = line(in)) {
      if (line.equals(".")) {
        String unfolded = head.toString().replaceAll("\n[ \t]+", " ");
        return unfolded
            .lines()
            .filter(field -> field.toLowerCase(Locale.ROOT).startsWith("message-id:"))
            .map(field -> field.substring("message-id:".length()).strip())
            .findFirst()
            .orElse("");
      }
      inHead &= !line.isEmpty();
      if (inHead) {
        head.append(line).append('\n');
      }
    }
    return null;
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(100);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      if (octet != '\r') {
        line.write(octet);
      }
    }
    return null;
  }

  private static void say(Socket client, String answer) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "mail-sink");
    thread.setDaemon(true);
    thread.start();
  }
}
