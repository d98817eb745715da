package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one database and one mailbox. */
class MailboxLeaseTest {

  private final TestClock clock = new TestClock("2025-12-05T08:00:00Z");
  private final Store store = TestDatabase.POSTGRES.open();
  private final MailboxLease one = new MailboxLease(store, clock);
  private final MailboxLease other = new MailboxLease(store, clock);

  @TempDir Path folder;

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void one_has_it_until_it_lets_go_or_dies() {
    assertThat(one.take()).isTrue();
    assertThat(other.take()).isFalse();
    assertThat(one.take()).as("it keeps it").isTrue();
    other.release();
    assertThat(other.take()).isFalse();
    one.release();
    assertThat(other.take()).isTrue();

    clock.advance(MailboxLease.LENGTH.plus(Duration.ofSeconds(1)));
    assertThat(one.take()).as("its holder has died").isTrue();
  }

  @Test
  void of_an_embedded_database_nobody_else_can_have_it() {
    try (Store embedded = TestDatabase.H2.open()) {
      assertThat(new MailboxLease(embedded, clock).take()).isTrue();
      assertThat(new MailboxLease(embedded, clock).take()).as("after a crash").isTrue();
    }
  }

  @Test
  void two_that_read_at_the_same_time_handle_each_mail_once() throws InterruptedException {
    TestMailbox box = TestMailbox.Kind.MAILDIR.open(folder);
    for (int i = 0; i < 40; i++) {
      box.deliver("Subject: mail%d\r\n\r\nHello.\r\n".formatted(i));
    }
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      MailboxReader reader =
          new MailboxReader(
              box.mailbox(),
              message -> {
                taken.add(new String(message, StandardCharsets.UTF_8));
                return new Outcome(Kind.RECORDED, "done");
              },
              new MailboxFailures(store, clock),
              new MailboxLease(store, clock),
              clock);
      readers.add(
          new Thread(
              () -> {
                for (int looks = 0; looks < 30; looks++) {
                  reader.read(() -> taken.size() % 3 != 2 || Math.random() < 0.5);
                }
                reader.read(() -> true);
              }));
    }
    readers.forEach(Thread::start);
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(taken).hasSize(40).doesNotHaveDuplicates();
  }
}
