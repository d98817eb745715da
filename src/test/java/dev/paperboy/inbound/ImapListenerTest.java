package dev.paperboy.inbound;

import static dev.paperboy.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.inbound.TestMailbox.OnServer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New mail is told of at once, for as long as it takes and no longer. */
class ImapListenerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OnServer server = new OnServer();
  private final ImapProxy proxy = ImapProxy.before(server.port());
  private final AtomicInteger calls = new AtomicInteger();
  private final ImapListener listener =
      new ImapListener(server.mailbox(proxy.port()), calls::incrementAndGet);

  @AfterEach
  void close() {
    listener.close();
    proxy.close();
    server.close();
  }

  @Test
  void mail_is_told_of_within_a_second_and_once_more_for_each() {
    listen();
    assertThat(calls).as("after connecting").hasValue(1);
    for (int mails = 1; mails <= 3; mails++) {
      Instant sent = Instant.now();
      server.deliver("Subject: news\r\n\r\nHello.\r\n");
      int expected = 1 + mails;
      eventually("it is told of mail " + mails, PATIENCE, () -> calls.get() >= expected);
      assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(2));
      eventually("it listens again", PATIENCE, () -> idles() >= expected);
    }
  }

  @Test
  void renewed_it_ends_the_command_and_gives_it_anew_on_the_same_connection() {
    listen();
    listener.renew();
    eventually("it listens anew", PATIENCE, () -> idles() >= 2);
    assertThat(proxy.commands()).containsSubsequence("IDLE", "DONE", "NOOP", "IDLE");
    assertThat(proxy.connections()).isEqualTo(1);
    server.deliver("Subject: news\r\n\r\nHello.\r\n");
    eventually("it is told of mail", PATIENCE, () -> calls.get() >= 2);
  }

  @Test
  void cut_off_it_comes_back_and_asks_for_what_it_may_have_missed() {
    listen();
    proxy.cut();
    eventually("it is back", PATIENCE, () -> proxy.connections() == 2 && idles() >= 2);
    assertThat(calls).hasValue(2);
  }

  @Test
  void closed_it_says_goodbye_and_leaves_no_thread() {
    listen();
    Instant asked = Instant.now();
    listener.close();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("mailbox-idle"));
    eventually("it logs out", PATIENCE, () -> proxy.commands().contains("LOGOUT"));
  }

  @Test
  void a_server_without_idle_ends_it() {
    try (ImapProxy old = ImapProxy.before(server.port(), answer -> answer.replace(" IDLE", " X"));
        ImapListener silent =
            new ImapListener(server.mailbox(old.port()), calls::incrementAndGet)) {
      silent.start();
      eventually("it looked", PATIENCE, () -> old.commands().contains("LOGOUT"));
      assertThat(silent.isListening()).isFalse();
      assertThat(calls).hasValue(0);
    }
  }

  private void listen() {
    listener.start();
    eventually("it listens", PATIENCE, () -> idles() >= 1 && listener.isListening());
  }

  private long idles() {
    return proxy.commands().lines().filter(line -> line.endsWith(" IDLE")).count();
  }
}
