package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.paperboy.TestClock;
import dev.paperboy.store.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random mails on the whole way in: each is taken, no machine is answered, nobody is answered
 * twice, and nothing about a reader changes without a secret that only who got their mails can
 * know. The work is in proportion to the size.
 */
class AnyInboundTest {

  private static final int IN_A_ROOM = 500;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T09:00:00Z");

  @Test
  void a_few_hundred_random_mails_do_no_harm() {
    take(1, IN_A_ROOM);
  }

  @Tag("full")
  @Test
  void a_hundred_thousand_random_mails_do_no_harm() {
    for (int seed = 2; seed < 2 + 100_000 / IN_A_ROOM; seed++) {
      take(seed, IN_A_ROOM);
    }
  }

  private void take(int seed, int mails) {
    MailRoom room = new MailRoom(TestDatabase.H2.emptied(), folder, 3, clock);
    RandomMail random =
        new RandomMail(new Random(seed), room.replyAddressOfAda(), room.leaveAddressOfAda());
    for (int i = 0; i < mails; i++) {
      RandomMail.Made mail = random.next();
      clock.advance(Duration.ofHours(3));
      take(room, mail, "mail " + i + " of seed " + seed);
    }
  }

  private static void take(MailRoom room, RandomMail.Made mail, String which) {
    String ada = known(room, "ada@example.com");
    String ben = known(room, "ben@example.com");
    int answers = room.answerCount();
    String text = which + ":\n" + new String(mail.octets(), StandardCharsets.UTF_8);

    assertThat(room.handler().handle(mail.octets(), null).sentence()).as(text).isNotEmpty();

    assertThat(room.answerCount() - answers).as(text).isBetween(0, mail.automatic() ? 0 : 1);
    assertThat(known(room, "ben@example.com")).as(text).isEqualTo(ben);
    if (!mail.secret()) {
      assertThat(known(room, "ada@example.com")).as(text).isEqualTo(ada);
    }
    assertThat(allocated(mail.octets()))
        .as(text)
        .isLessThan(30_000_000L + 500L * mail.octets().length);
    if (!room.ada().active()) {
      room.resumeAda();
    }
  }

  private static String known(MailRoom room, String address) {
    return room.reader(address).standing().state() + " " + room.reader(address).interests();
  }

  private static long allocated(byte[] mail) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    UnderstoodMail.of(mail, null);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
