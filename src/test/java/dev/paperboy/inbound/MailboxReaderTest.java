package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of mails in a mailbox of either kind. */
@ParameterizedClass
@EnumSource
class MailboxReaderTest {

  @TempDir Path folder;

  private final TestMailbox.Kind kind;
  private final TestClock clock = new TestClock("2025-12-05T08:00:00Z");
  private final List<String> taken = new ArrayList<>();
  private Store store;
  private MailRoom room;
  private TestMailbox box;

  MailboxReaderTest(TestMailbox.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    store = TestDatabase.H2.emptied();
    room = new MailRoom(store, folder, 3, clock);
    box = kind.open(folder);
  }

  @AfterEach
  void close() {
    box.close();
  }

  @Test
  void unread_mails_are_handled_oldest_first_and_put_away_as_read() {
    box.deliver(mail("one"));
    box.deliver(mail("two"));
    box.deliver(mail("three"));

    assertThat(reader(this::remember).read(() -> true)).isEqualTo(new MailboxPass(3, 0, 0));
    assertThat(taken).containsExactly("one", "two", "three");
    assertThat(box.unread()).isEmpty();
    assertThat(box.handled()).hasSize(3).anyMatch(mail -> mail.contains("Subject: two"));
    assertThat(reader(this::remember).read(() -> true)).isEqualTo(MailboxPass.NOTHING);
    assertThat(taken).hasSize(3);
  }

  @Test
  void a_bounce_in_it_suppresses_its_reader_and_what_the_handler_sets_aside_is_set_aside() {
    room.send(1);
    box.deliver(Corpus.mail("postfix-unknown-user"));
    box.deliver("Subject: " + "x".repeat(30) + "\r\n" + nested(40));

    assertThat(reader(this::handle).read(() -> true)).isEqualTo(new MailboxPass(1, 1, 0));
    assertThat(room.ada().standing().state()).isEqualTo(State.SUPPRESSED);
    assertThat(box.handled()).singleElement().asString().contains("User unknown");
    assertThat(reason()).contains("its parts lie more than 20 deep");
    assertThat(failures().setAsideSince(clock.instant())).isEqualTo(1);
  }

  @Test
  void a_mail_that_is_too_large_for_what_it_is_is_set_aside_whole() {
    String large = mail("large") + "x".repeat(300_000) + "\r\n";
    box.deliver(large);
    box.deliver(mail("small"));

    MailboxReader reader =
        reader(
            message -> {
              remember(message);
              return message.length > InboundHandler.largest() ? handle(message) : DONE;
            });
    assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(1, 1, 0));
    assertThat(taken).containsExactly("large", "small");
    assertThat(box.setAside()).singleElement().asString().hasSize(large.length());
    assertThat(reason()).isEqualTo("not read, because it is larger than 256 KB");
  }

  @Test
  void a_mail_that_fails_rests_longer_and_longer_is_set_aside_and_holds_nobody_up() {
    box.deliver(mail("poison"));
    MailboxReader reader =
        reader(
            message -> {
              remember(message);
              if (text(message).contains("poison")) {
                throw new IllegalStateException("a bug, told by ada@example.com");
              }
              return DONE;
            });
    for (int rest : new int[] {1, 5, 20, 60}) {
      box.deliver(mail("good"));
      assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(1, 0, 1));
      assertThat(box.unread()).as("it stays").hasSize(1);
      clock.advance(Duration.ofMinutes(rest).minusSeconds(1));
      assertThat(reader.read(() -> true)).as("it rests").isEqualTo(MailboxPass.NOTHING);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(0, 0, 1));
    assertThat(taken).filteredOn("poison"::equals).hasSize(5);

    assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(0, 1, 0));
    assertThat(taken).filteredOn("poison"::equals).hasSize(5);
    assertThat(box.setAside()).singleElement().asString().contains("poison");
    assertThat(box.unread()).isEmpty();
    assertThat(reason())
        .isEqualTo("java.lang.IllegalStateException: a bug, told by a***@example.com");
  }

  @Test
  void a_mail_that_failed_once_and_then_went_well_begins_anew() {
    box.deliver(mail("moody"));
    boolean[] failing = {true};
    MailboxReader reader =
        reader(
            message -> {
              if (failing[0]) {
                throw new IllegalStateException("not today");
              }
              return DONE;
            });
    reader.read(() -> true);
    failing[0] = false;
    clock.advance(Duration.ofMinutes(1));

    assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(1, 0, 0));
    assertThat(failures().open()).isEmpty();
  }

  @Test
  void killed_between_handling_a_mail_and_putting_it_away_it_counts_once() {
    room.send(1);
    box.deliver(Corpus.mail("postfix-mailbox-full"));
    assertThatThrownBy(
            () ->
                reader(
                        message -> {
                          handle(message);
                          throw new Killed();
                        })
                    .read(() -> true))
        .isInstanceOf(Killed.class);
    assertThat(box.unread()).hasSize(1);

    List<Outcome> outcomes = new ArrayList<>();
    reader(
            message -> {
              outcomes.add(handle(message));
              return DONE;
            })
        .read(() -> true);
    assertThat(outcomes).singleElement().extracting(Outcome::kind).isEqualTo(Kind.SEEN);
    assertThat(room.feedback()).hasSize(1);
    assertThat(box.unread()).isEmpty();
  }

  @Test
  void a_mail_that_ends_the_process_is_set_aside_after_a_few_tries() {
    box.deliver(mail("killer"));
    box.deliver(mail("good"));
    for (int start = 1; start <= MailboxFailures.mostTries(); start++) {
      assertThatThrownBy(() -> reader(this::killed).read(() -> true)).isInstanceOf(Killed.class);
    }
    assertThat(reader(this::killed).read(() -> true)).isEqualTo(new MailboxPass(1, 1, 0));
    assertThat(taken).contains("good").filteredOn("killer"::equals).hasSize(5);
    assertThat(reason()).isEqualTo("Paperboy ended while it was handled");
    assertThat(failures().open()).isEmpty();
  }

  private Outcome killed(byte[] message) {
    remember(message);
    if (text(message).contains("killer")) {
      throw new Killed();
    }
    return DONE;
  }

  @Test
  void a_mail_that_takes_too_much_memory_fails_alone() {
    box.deliver(mail("large"));
    box.deliver(mail("good"));
    MailboxReader reader =
        reader(
            message -> {
              remember(message);
              if (text(message).contains("large")) {
                throw new OutOfMemoryError("told by a test");
              }
              return DONE;
            });
    assertThat(reader.read(() -> true)).isEqualTo(new MailboxPass(1, 0, 1));
    assertThat(taken).containsExactly("large", "good");
  }

  @Test
  void stopped_it_finishes_the_mail_in_hand_and_leaves_the_others() {
    box.deliver(mail("one"));
    box.deliver(mail("two"));
    reader(this::remember).read(taken::isEmpty);
    assertThat(taken).containsExactly("one");
    assertThat(box.unread()).singleElement().asString().contains("two");
  }

  @Test
  void a_mail_that_somebody_else_takes_away_meanwhile_is_no_failure() {
    box.deliver(mail("one"));
    box.deliver(mail("two"));
    MailboxPass pass =
        reader(
                message -> {
                  remember(message);
                  box.empty();
                  return DONE;
                })
            .read(() -> true);
    assertThat(taken).containsExactly("one");
    assertThat(pass.failed()).isZero();
    assertThat(failures().open()).isEmpty();
  }

  @Test
  void whatever_lies_there_is_gone_from_the_inbox_after_one_look() {
    room.send(3);
    Random random = new Random(11);
    Corpus.names().forEach(name -> box.deliver(Corpus.mail(name)));
    for (String name : Corpus.names().subList(0, 20)) {
      byte[] damaged = Corpus.octets(Corpus.mail(name));
      for (int i = 0; i < 20; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      box.deliver(new String(damaged, StandardCharsets.ISO_8859_1));
    }
    box.deliver("\r\n");
    box.deliver("Content-Type: multipart/mixed; boundary=\"\r\n\r\n--\r\n--");

    MailboxPass pass = reader(this::handle).read(() -> true);
    assertThat(box.unread()).isEmpty();
    assertThat(pass.failed()).isZero();
    assertThat(pass.handled() + pass.setAside()).isEqualTo(Corpus.names().size() + 22);
  }

  private static final Outcome DONE = new Outcome(Kind.RECORDED, "done");

  private Outcome handle(byte[] message) {
    return room.handler().handle(message, null);
  }

  private Outcome remember(byte[] message) {
    taken.add(text(message).replaceAll("(?s).*Subject: (\\w+).*", "$1"));
    return DONE;
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.ISO_8859_1);
  }

  /** Another one each time, as after a restart. */
  private MailboxReader reader(Function<byte[], Outcome> handler) {
    return new MailboxReader(
        box.mailbox(), handler, failures(), new MailboxLease(store, clock), clock);
  }

  private MailboxFailures failures() {
    return new MailboxFailures(store, clock);
  }

  private String reason() {
    assertThat(failures().setAsideSince(Instant.EPOCH)).isEqualTo(1);
    return store
        .jdbi()
        .withHandle(
            db ->
                db.createQuery("select reason from mailbox_failure where set_aside_at is not null")
                    .mapTo(String.class)
                    .one());
  }

  private static String mail(String subject) {
    return "From: ada@example.com\r\nSubject: %s\r\n\r\nHello.\r\n".formatted(subject);
  }

  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    return mail.toString();
  }

  private static final class Killed extends Error {}
}
