package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.mail.StatusCode;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class InboundHandlerTest {

  private static final int SOFT_BOUNCES = 3;

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T08:00:00Z");
  private MailRoom room;

  InboundHandlerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    room = new MailRoom(database.emptied(), folder, SOFT_BOUNCES, clock);
  }

  @Test
  void a_hard_bounce_suppresses_with_reason_and_date() {
    room.send(1);
    clock.advance(Duration.ofMinutes(5));
    Outcome outcome = take("postfix-unknown-user");

    assertThat(outcome.kind()).isEqualTo(Kind.RECORDED);
    assertThat(outcome.sentence())
        .isEqualTo(
            "delivery 1 to a***@example.com: hard bounce (5.1.1): smtp; 550 5.1.1"
                + " <a***@example.com>: Recipient address rejected: User unknown in local recipient"
                + " table; the reader is suppressed");
    Subscriber.Standing standing = room.ada().standing();
    assertThat(standing.state()).isEqualTo(State.SUPPRESSED);
    assertThat(standing.reason())
        .startsWith("hard bounce (5.1.1): smtp; 550 5.1.1 <a***@example.com>: Recipient");
    assertThat(standing.since()).isEqualTo(clock.instant());
    assertThat(room.feedback())
        .containsExactly(
            new Feedback(
                1,
                Feedback.Kind.HARD,
                new StatusCode(5, 1, 1),
                "smtp; 550 5.1.1 <a***@example.com>: Recipient address rejected: User unknown in"
                    + " local recipient table",
                clock.instant()));
  }

  @Test
  void soft_bounces_in_a_row_suppress() {
    room.send(SOFT_BOUNCES + 1);
    assertThat(take(1, "postfix-mailbox-full").sentence())
        .endsWith("1 of 3 in a row, the reader is kept");
    take(2, "postfix-mailbox-full");
    assertThat(room.ada().active()).isTrue();
    take(3, "postfix-mailbox-full");
    assertThat(room.ada().standing().reason())
        .startsWith("3 soft bounces in a row, the last a soft bounce (5.2.2): ");
  }

  @Test
  void soft_bounces_of_one_day_count_once() {
    room.send(SOFT_BOUNCES + 2);
    for (int mail = 1; mail <= SOFT_BOUNCES + 1; mail++) {
      room.take(Corpus.about(mail, "postfix-mailbox-full"));
    }
    assertThat(room.ada().active()).isTrue();
  }

  @Test
  void they_may_come_in_any_order() {
    room.send(SOFT_BOUNCES);
    take(3, "postfix-mailbox-full");
    take(1, "postfix-mailbox-full");
    assertThat(room.ada().active()).isTrue();
    take(2, "postfix-mailbox-full");
    assertThat(room.ada().standing().state()).isEqualTo(State.SUPPRESSED);
  }

  @Test
  void a_mail_that_arrived_between_begins_the_count_anew() {
    room.send(4);
    take(1, "postfix-mailbox-full");
    take(2, "postfix-mailbox-full");
    assertThat(take(4, "postfix-mailbox-full").sentence()).contains("1 of 3 in a row");
    assertThat(room.ada().active()).isTrue();
  }

  @Test
  void a_mail_that_never_left_and_one_that_was_only_delayed_are_told_apart_from_one_that_arrived() {
    room.send(5);
    room.fail(2);
    take(1, "postfix-mailbox-full");
    take(3, "postfix-delayed");
    take(3, "postfix-mailbox-full");
    take(4, "postfix-policy");
    assertThat(take(5, "postfix-mailbox-full").sentence()).endsWith("the reader is suppressed");
  }

  @Test
  void several_reports_of_one_mail_count_once() {
    room.send(1);
    take(1, "postfix-mailbox-full");
    take(1, "postfix-expired");
    take(1, "postfix-host-not-found");
    assertThat(room.feedback()).hasSize(3);
    assertThat(room.ada().active()).isTrue();
  }

  @Test
  void who_was_resumed_has_a_clean_slate() {
    room.send(4);
    take(1, "postfix-mailbox-full");
    take(2, "postfix-mailbox-full");
    take(3, "postfix-mailbox-full");
    clock.advance(Duration.ofDays(1));
    assertThat(room.resumeAda().active()).isTrue();
    assertThat(take(4, "postfix-mailbox-full").sentence()).contains("1 of 3 in a row");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postfix-policy", "sendmail-sender-refused", "postfix-delayed", "yahoo-words"})
  void what_is_not_the_readers_fault_or_not_over_is_only_noted(String name) {
    room.send(1);
    assertThat(take(name).kind()).isEqualTo(Kind.RECORDED);
    assertThat(room.ada().active()).isTrue();
    assertThat(room.feedback()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arf-yahoo", "arf-redacted", "outlook-complaint"})
  void a_complaint_suppresses_whoever_it_is_from(String name) {
    room.send(1);
    room.unsubscribeAda();
    take(name);
    assertThat(room.ada().standing().state()).isEqualTo(State.SUPPRESSED);
    assertThat(room.ada().standing().reason()).isEqualTo("complained");
  }

  @Test
  void the_first_reason_stays_unless_there_is_a_complaint() {
    room.send(2);
    take(1, "gmail-unknown-user");
    take(2, "postfix-unknown-user");
    assertThat(room.ada().standing().reason()).contains("email account");
    take(1, "arf-yahoo");
    assertThat(room.ada().standing().reason()).isEqualTo("complained");
  }

  @Test
  void the_same_report_counts_once_whatever_servers_add_to_it() {
    room.send(1);
    take("postfix-mailbox-full");
    String again = "Received: from elsewhere\n" + Corpus.about(1, "postfix-mailbox-full");
    assertThat(room.take(again).kind()).isEqualTo(Kind.SEEN);
    assertThat(room.feedback()).hasSize(1);
    clock.advance(Duration.ofDays(91));
    assertThat(room.take(again).kind()).isEqualTo(Kind.RECORDED);
  }

  @Test
  void a_token_proves_a_report_together_with_its_readers_address() {
    room.send(2);
    String report =
        Corpus.mail("ses-new-message-id").replace("T".repeat(43), room.unsubscribeTokenOfAda());
    assertThat(room.take(report.replace("ada@example.com", "ben@example.com")).kind())
        .isEqualTo(Kind.IGNORED);
    assertThat(room.ada().active()).isTrue();
    assertThat(room.take(report).sentence()).startsWith("delivery 2 to a***@example.com: hard");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forged",
        "arf-forged",
        "ses-new-message-id",
        "out-of-office",
        "read-receipt",
        "arf-not-spam",
        "postfix-delivered"
      })
  void what_is_forged_or_reports_nothing_does_nothing(String name) {
    room.send(1);
    Outcome outcome = take(name);
    assertThat(outcome.kind()).isEqualTo(Kind.IGNORED);
    assertThat(outcome.sentence()).doesNotContain("@");
    assertThat(room.ada().active()).isTrue();
    assertThat(room.feedback()).isEmpty();
    assertThat(folder.resolve("inbound")).doesNotExist();
  }

  @Test
  void the_address_of_the_envelope_counts_where_no_header_has_it() {
    room.send(1);
    String report = Corpus.mail("unknown-words-at-our-address");
    String without = report.replace("papers+b-1-seal1@", "undisclosed@");
    assertThat(room.take(without).kind()).isEqualTo(Kind.IGNORED);
    assertThat(room.take(without, "papers+B-1-SEAL1@example.org").sentence()).contains("1 of 3");
  }

  @Test
  void what_a_person_writes_is_kept() throws IOException {
    String mail = Corpus.mail("answer-of-a-reader");
    assertThat(room.take(mail).kind()).isEqualTo(Kind.SET_ASIDE);
    try (Stream<Path> kept = Files.list(folder.resolve("inbound"))) {
      assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasContent(mail));
    }
  }

  @Test
  void what_is_kept_has_a_bound_and_nothing_is_deleted() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("inbound"));
    for (int i = 0; i < SetAside.MOST; i++) {
      Files.createFile(kept.resolve(i + ".eml"));
    }
    Outcome outcome = room.take(Corpus.mail("answer-of-a-reader"));
    assertThat(outcome.kind()).isEqualTo(Kind.IGNORED);
    assertThat(outcome.sentence()).contains("holds 1000 mails already");
    assertThat(kept.resolve("0.eml")).exists();
  }

  @Test
  void what_could_not_be_kept_may_come_again() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("inbound"));
    String mail = Corpus.mail("answer-of-a-reader");
    assertThatThrownBy(() -> room.take(mail)).isInstanceOf(UncheckedIOException.class);
    Files.delete(inTheWay);
    assertThat(room.take(mail).kind()).isEqualTo(Kind.SET_ASIDE);
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_read() {
    assertThat(room.take("x".repeat(InboundHandler.largest() + 1)).kind()).isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: Re: 3 papers\n\nunsubscribe\n\n",
        "Subject: Re: 3 papers\n\nI want to unsubscribe.\n\n",
        "Subject: Re: 3 papers\nContent-Type: text/html\n\n<p>Unsubscribe<p><blockquote>",
        "Subject: Re: 3 papers\nContent-Type: multipart/related; boundary=b\n\n--b\n\nStop\n--b\n"
            + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
      })
  void a_large_answer_to_a_secret_address_is_understood_from_its_first_text(String start) {
    String head = "From: ada@example.com\nTo: " + room.replyAddressOfAda() + "\n";
    Outcome outcome = room.take(head + start + "> a bloated quote\n".repeat(60_000));
    assertThat(outcome.kind()).as(outcome.sentence()).isEqualTo(Kind.ANSWERED);
    assertThat(room.ada().standing().state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void a_large_mail_to_the_address_for_leaving_ends_the_subscription() {
    String mail = "To: " + room.leaveAddressOfAda() + "\n\n" + "x\n".repeat(400_000);
    assertThat(room.take(mail).kind()).isEqualTo(Kind.ANSWERED);
    assertThat(room.ada().standing().state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void a_large_mail_that_was_refused_does_not_count_as_seen() {
    String mail = "From: eve@example.net\nTo: papers@example.org\n\n" + "x\n".repeat(400_000);
    assertThat(room.take(mail).kind()).isEqualTo(Kind.REFUSED);
    assertThat(room.take(mail).kind()).isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postfix-unknown-user", "gmail-unknown-user", "exim-report"})
  void a_report_about_somebody_behind_the_readers_address_is_noted(String name) {
    room.send(SOFT_BOUNCES);
    for (int delivery = 1; delivery <= SOFT_BOUNCES; delivery++) {
      String report =
          Corpus.about(delivery, name)
              .replaceAll(
                  "(?m)^Final-Recipient: ?(rfc822|RFC822); ?\\S+",
                  "Final-Recipient: rfc822; member@example.net");
      assertThat(room.take(report).sentence()).contains("forwarded bounce");
    }
    assertThat(room.ada().active()).isTrue();
    assertThat(room.feedback()).hasSize(SOFT_BOUNCES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ooo-spanish", "ooo-italian", "ooo-dutch", "ooo-portuguese", "ooo-unmarked"})
  void nobody_out_of_the_office_is_a_bounce(String name) {
    room.send(SOFT_BOUNCES);
    for (int delivery = 1; delivery <= SOFT_BOUNCES; delivery++) {
      String mail = Corpus.about(delivery, name).replace("<ooo-", "<ooo-" + delivery);
      assertThat(room.take(mail).kind()).isEqualTo(Kind.IGNORED);
    }
    assertThat(room.ada().active()).isTrue();
    assertThat(room.feedback()).isEmpty();
    assertThat(room.answers()).isEmpty();
  }

  @Test
  void a_request_to_leave_is_answered_each_time() {
    for (int i = 1; i <= 3; i++) {
      String mail =
          "From: ada@example.com\nTo: %s\nDate: %d\n\nHow can I unsubscribe?\n"
              .formatted(room.replyAddressOfAda(), i);
      assertThat(room.take(mail).kind()).isEqualTo(Kind.ANSWERED);
      assertThat(room.answers()).hasSize(i).containsOnly("answer unknown");
    }
    String other = "From: ada@example.com\nTo: " + room.replyAddressOfAda() + "\n\nBlah.\n";
    assertThat(room.take(other).kind()).isEqualTo(Kind.IGNORED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ich bin bis zum 5. Januar nicht erreichbar.",
        "I am on leave until January 5.",
        "Thank you for your message. We will get back to you.",
        "Je suis absent jusqu'au 5 janvier."
      })
  void an_automatic_answer_without_a_mark_is_told_by_its_words(String words) {
    String mail = "From: ada@example.com\nTo: " + room.replyAddressOfAda() + "\n\n" + words;
    assertThat(room.take(mail).kind()).isEqualTo(Kind.IGNORED);
    assertThat(room.ada().active()).isTrue();
  }

  @Test
  void two_commands_without_message_id_are_two_mails() {
    String head = "From: ada@example.com\nTo: " + room.replyAddressOfAda() + "\nSubject: ";
    room.take(head + "pause\n\n");
    assertThat(room.ada().standing().state()).isEqualTo(State.PAUSED);
    assertThat(room.take(head + "resume\n\n").kind()).isEqualTo(Kind.ANSWERED);
    assertThat(room.ada().standing().state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void whoever_writes_with_a_readers_token_gets_nothing_and_the_reader_is_told() {
    String mail =
        "From: eve@example.net\nTo: " + room.replyAddressOfAda() + "\nSubject: export\n\n";
    assertThat(room.take(mail).kind()).isEqualTo(Kind.ANSWERED);
    assertThat(room.addressees()).containsExactly("ada@example.com");
  }

  private Outcome take(String name) {
    return take(1, name);
  }

  /** The day after the one before. */
  private Outcome take(long delivery, String name) {
    clock.advance(Duration.ofDays(1));
    return room.take(Corpus.about(delivery, name));
  }
}
