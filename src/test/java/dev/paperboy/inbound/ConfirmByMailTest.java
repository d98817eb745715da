package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.AnswerReader.Answer;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.Subscriber.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What confirms a subscription by mail, and what does not. */
class ConfirmByMailTest {

  private static final String EVE = "eve@example.net";
  private static final String QUOTE =
      """

      On Fri, 5 Dec 2025 at 10:00, Papers <papers@example.org> wrote:

      > Somebody, most likely you, asked to send Papers to eve@example.net.
      > Sent by Papers (papers@example.org).
      """;

  @TempDir Path folder;

  private final TestClock clock = new TestClock("2025-12-05T09:00:00Z");
  private MailRoom room;
  private int number;

  @BeforeEach
  void open() {
    room = new MailRoom(TestDatabase.H2.emptied(), folder, 3, clock);
    room.take(letter("papers@example.org", "subscribe", "robot\n"));
    assertThat(state()).isEqualTo(State.PENDING);
  }

  @Test
  void every_word_of_the_table_is_read_as_it_says() {
    for (AnswerWords.Language language : AnswerWords.table()) {
      for (String yes : language.yes()) {
        assertThat(read(yes)).as(yes).isEqualTo(Answer.YES);
        assertThat(read(yes.toUpperCase(Locale.ROOT) + ".")).as(yes).isEqualTo(Answer.YES);
        assertThat(read(yes + "?")).as(yes).isEqualTo(Answer.NEITHER);
      }
      for (String no : language.no()) {
        assertThat(read(no + "!")).as(no).isEqualTo(Answer.NO);
      }
      for (String closing : language.closing()) {
        assertThat(read("Yes\n\n" + closing + ",\nAda")).as(closing).isEqualTo(Answer.YES);
      }
    }
  }

  private Answer read(String text) {
    InboundMail mail = MessageReader.read(Corpus.octets(letter("x@example.org", "Re: x", text)));
    return new AnswerReader(Set.of()).read(Letter.of(mail, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes.",
        "YES!!!",
        "Yes, please!",
        "“Yes”",
        "Hello,\n\nyes\n",
        "Ja, bitte.",
        "OK",
        "Ich bestätige.",
        "Oui, je confirme !",
        "¡Sí!",
        "Да, подтверждаю.",
        "はい。",
        "Yes\n\nBest regards,\nAda Lovelace",
        "Yes\n\nThanks, Ada",
        "Yes\n-- \nAda Lovelace\nAnalytical Engines, no. 3",
        "Ja\n\nViele Grüße\nAda von Lovelace",
        "Yes,\nI confirm.",
        "Confirm\n\nSent from my iPhone",
      })
  void a_yes_with_a_greeting_and_a_name_confirms(String text) {
    assertThat(answer(text + "\n" + QUOTE).sentence()).isEqualTo("confirmed");
    assertThat(state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void a_yes_above_a_quotation_without_signs_confirms() {
    answer(
        "Yes\n\nFrom: Papers <papers@example.org>\nSent: Friday\n\nSomebody, most likely you, asked\n");
    assertThat(state()).isEqualTo(State.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nope",
        "Cancel",
        "I decline.",
        "Bitte löschen.",
        "Non merci.",
        "Нет, спасибо",
        "Thank you for your message.",
        "I am on leave until 5 January.",
        "Your ticket: #4711",
        "No",
        "Nein!",
        "Nee, dank je",
        "いいえ",
        "yes but no",
        "Yes, but please remove me",
        "ok, remove me",
        "Ok.\nRemove me.",
        "Ok.\nPlease unsubscribe",
        "Yes\n\nThanks\nbut remove me",
        "Yes?",
        "Ναι;",
        "Yes, no, maybe",
        "I did not confirm this",
        "I never said yes",
        "Not ok",
        "Stop it",
        "Who are you?",
        "What is this",
        "Ist das echt?",
        "Wer sind Sie",
        "Spam!",
        "Thanks",
        "Danke",
        "Hi",
        "👍",
        "👎",
        "OK, I am out of the office until Monday",
        "Yes, I am on vacation. Please call Ben.",
        "Ja, ich bin im Urlaub",
        "Vielen Dank für Ihre Nachricht.",
        "Merci pour votre message.",
        "Obrigado",
        "Tak",
        "Este correo ya no se usa",
        "This mailbox is no longer monitored",
        "#4711",
        "Received.",
        "Hello\n-- \nYes Bank",
        "-- \nYes Bank\nok",
        "________________\nThank you for contacting us.",
        "From: Support\nYour ticket: #4711",
        "Sent from our ticket system",
        "Le 5 décembre, nous avons reçu votre demande 4711 :",
        "yes\nbut I do not want it, I say:",
      })
  void nothing_else_does(String text) {
    answer(text + "\n" + QUOTE);
    assertThat(state()).isNotEqualTo(State.ACTIVE);
    answer(text);
    assertThat(state()).isNotEqualTo(State.ACTIVE);
    answer(text + "\n> Sent by Papers (papers@example.org).\n");
    assertThat(state()).isNotEqualTo(State.ACTIVE);
  }

  @Test
  void an_answer_that_only_quotes_us_confirms() {
    assertThat(answer(QUOTE).sentence()).isEqualTo("confirmed");
  }

  @Test
  void an_empty_answer_confirms() {
    assertThat(answer(" \n\n").sentence()).isEqualTo("confirmed");
  }

  @Test
  void an_empty_answer_in_both_forms_confirms() {
    String html =
        "<div dir=ltr><br></div><div class=gmail_quote><div>On Fri, 5 Dec 2025 at 10:00, Papers"
            + " &lt;papers@example.org&gt; wrote:<br></div><blockquote><p>Somebody asked</p>"
            + "<p>papers@example.org</p></blockquote></div>";
    assertThat(typed(alternative("text/plain", QUOTE, "text/html", html)).sentence())
        .isEqualTo("confirmed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding:"
            + " base64\n\nMIIBdgYJKoZIhvcNAQcDoIIBZzCCAWMCAQAxggEeMIIBGgIBADCB\n",
        "Content-Type: application/pkcs7-mime\n\n",
        "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type:"
            + " application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type:"
            + " application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--b--\n",
        "Content-Type: text/html\n\n<p></p>",
        "Content-Type: text/html\n\n<p><img src=\"no.png\"></p>",
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n=\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n",
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        "Content-Type: nonsense\n\n",
        "Content-Type: multipart/mixed; boundary=b\n\n",
        "Content-Type: application/octet-stream\n\n",
      })
  void what_is_no_plain_text_is_not_empty(String mail) {
    typed(mail);
    assertThat(state()).isEqualTo(State.PENDING);
  }

  @Test
  void what_stands_beside_an_empty_text_counts() {
    for (String[] part :
        List.of(
            new String[] {"text/html", "<p>No thanks</p>"},
            new String[] {"text/calendar; method=REPLY", "BEGIN:VCALENDAR"},
            new String[] {"application/pgp-signature", "-----BEGIN PGP SIGNATURE-----"},
            new String[] {"image/png", "iVBORw0KGgo="},
            new String[] {"text/plain", "No"})) {
      typed(alternative("text/plain", "\n", part[0], part[1]));
      assertThat(state()).as(part[0]).isNotEqualTo(State.ACTIVE);
    }
  }

  @Test
  void a_subject_that_says_no_above_an_empty_text_is_no_yes() {
    for (String subject : List.of("Nope", "Re: Cancel", "Your ticket #4711", "Re: stop", "No")) {
      open();
      room.take(letter(room.confirmAddressOf(EVE), subject, ""));
      assertThat(state()).as(subject).isNotEqualTo(State.ACTIVE);
    }
  }

  @Test
  void a_word_in_the_subject_is_enough() {
    assertThat(room.take(letter(room.confirmAddressOf(EVE), "Yes", "")).sentence())
        .isEqualTo("confirmed");
  }

  @Test
  void whoever_says_neither_is_told_the_words_once_a_day() {
    assertThat(answer("What is this").kind()).isEqualTo(Kind.ANSWERED);
    assertThat(answer("What is this, please").kind()).isEqualTo(Kind.IGNORED);
    assertThat(room.answers()).containsExactly("confirm", "answer unconfirmed");
    clock.advance(Duration.ofHours(25));
    assertThat(answer("And now").kind()).isEqualTo(Kind.ANSWERED);
    assertThat(answer("Yes").sentence()).isEqualTo("confirmed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you for your message. I am away.",
        "I am on leave until 5 January.",
        "Your ticket: #4711",
        "Ich bin derzeit nicht im Büro, ok?",
        "Obrigado pela sua mensagem",
        "Спасибо за обращение"
      })
  void what_reads_like_an_automatic_answer_gets_none(String text) {
    assertThat(answer(text).kind()).isEqualTo(Kind.IGNORED);
    assertThat(room.answers()).containsExactly("confirm");
  }

  @Test
  void a_command_instead_of_an_answer_is_carried_out() {
    answer("help");
    assertThat(room.answers()).containsExactly("confirm", "answer help");
  }

  @Test
  void whoever_said_no_is_not_asked_again_by_mail() {
    answer("No");
    for (int day = 0; day < 8; day++) {
      clock.advance(Duration.ofHours(25));
      room.take(letter("papers@example.org", "subscribe", "robot\n"));
    }
    assertThat(room.answers()).containsExactly("confirm");
  }

  @Test
  void a_no_without_the_token_counts_as_well() {
    room.take(letter("papers@example.org", "unsubscribe", ""));
    clock.advance(Duration.ofHours(25));
    room.take(letter("papers@example.org", "subscribe", "robot\n"));
    assertThat(room.answers()).containsExactly("confirm");
  }

  @Test
  void a_yes_that_comes_too_late_asks_once_more_for_the_same() {
    String old = room.confirmAddressOf(EVE);
    clock.advance(Duration.ofHours(49));
    room.take(letter(old, "Re: Please confirm", "yes\n"));
    assertThat(room.answers()).containsExactly("confirm", "confirm");
    assertThat(state()).isEqualTo(State.PENDING);
    answer("yes");
    assertThat(room.reader(EVE).interests()).contains("- robot");
    assertThat(state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void a_wish_in_a_readers_name_needs_the_same_words() {
    room.take(letter("papers@example.org", "pause", "").replace(EVE, "ada@example.com"));
    String to = room.confirmAddressOf("ada@example.com");
    for (String text : List.of("Nothing like that", "Not me", "Yes")) {
      room.take(letter(to, "Re: Was that you?", text).replace(EVE, "ada@example.com"));
      assertThat(room.ada().active()).as(text).isTrue();
    }
  }

  @Test
  void sign_ups_by_mail_are_limited_like_those_by_the_form() {
    room = new MailRoom(TestDatabase.H2.emptied(), folder, 3, 4, clock);
    for (int i = 0; i < 6; i++) {
      room.take(letter("papers@example.org", "subscribe", "robot\n").replace("eve@", i + "@"));
    }
    assertThat(room.answers()).as("half of it for one domain").hasSize(2);
    String other = letter("papers@example.org", "subscribe", "robot\n").replace(EVE, "a@b.example");
    assertThat(room.take(other).kind()).isEqualTo(Kind.ANSWERED);
    assertThat(room.take(letter("papers@example.org", "subscribe", "whale\n")).kind())
        .isEqualTo(Kind.SET_ASIDE);
  }

  @Test
  void the_page_for_readers_has_the_table() throws IOException {
    String page = Files.readString(Path.of("docs/by-mail.md"));
    for (AnswerWords.Language language : AnswerWords.table()) {
      assertThat(page)
          .contains(
              "| %s | %s | %s | %s |"
                  .formatted(
                      language.name(),
                      String.join("; ", language.yes()),
                      String.join("; ", language.no()),
                      String.join("; ", language.closing())));
    }
    assertThat(page.lines().filter(line -> line.matches("\\| \\S+ \\| [^|]+; .*\\|")).toList())
        .hasSameSizeAs(AnswerWords.table());
  }

  private Outcome answer(String text) {
    return room.take(letter(room.confirmAddressOf(EVE), "Re: Please confirm: Papers", text));
  }

  private String letter(String to, String subject, String text) {
    return mail(to, subject, "Content-Type: text/plain; charset=utf-8\n\n" + text);
  }

  private Outcome typed(String rest) {
    return room.take(mail(room.confirmAddressOf(EVE), "Re: Please confirm: Papers", rest));
  }

  private String mail(String to, String subject, String rest) {
    String head =
        "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <m%d@example.net>\nMIME-Version: 1.0\n";
    String whole = head.formatted(EVE, to, subject, number++) + rest;
    return new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String alternative(String type, String text, String other, String more) {
    return "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: %s\n\n%s\n--b\nContent-Type: %s\n\n%s\n--b--\n"
        .formatted(type, text, other, more);
  }

  private State state() {
    return room.reader(EVE).standing().state();
  }
}
