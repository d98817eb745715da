package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of a mail before anybody asks who wrote it. */
class LetterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello dear team,\n\nrobot learning\nwhales\nBest regards\nAda Byron\nUniversity of London",
        "Dear all\n\nrobot learning, whales\n\nThanks in advance,\nAda",
        "Hi!\nrobot learning; whales\n-- \nAda",
        "Sehr geehrte Damen und Herren,\n* robot learning\n* whales\nViele Grüße, Ada",
        "Guten Tag,\n\n1. robot learning\n2. whales\nMfG\nAda",
        "Hello Papers team\nMy topics:\n- robot learning\n- whales\nKind regards, Ada Byron",
        "[EXTERNAL]\n\nrobot learning\nwhales\nCheers\nAda"
      })
  void greetings_and_signatures_are_no_topics(String body) {
    assertThat(letter("Subject: subscribe", body).said().topics())
        .containsExactly("robot learning", "whales");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          less like this: crypto, quantum computing, please  | crypto+quantum computing
          less like this: crypto please                      | crypto
          weniger davon: Krypto; Blockchain, bitte           | Krypto+Blockchain
          less: "deep fakes"                                 | deep fakes
          mute: a1, , b2                                     | a1+b2
          """)
  void less_of_several_terms_is_several_terms(String line, String terms) {
    assertThat(CommandReader.read(line).orElseThrow().detail().replace("\n", "+")).isEqualTo(terms);
  }

  @Test
  void a_domain_in_other_letters_is_the_one_that_mail_servers_know() {
    assertThat(letter("From: Eve <eve@bücher.example>", "").from().orElseThrow().toString())
        .isEqualTo("eve@xn--bcher-kva.example");
    assertThat(letter("From: <eve@BÜCHER.example>", "").from().orElseThrow().toString())
        .isEqualTo("eve@xn--bcher-kva.example");
    assertThat(letter("From: eve@例え.jp", "").from().orElseThrow().toString())
        .isEqualTo("eve@xn--r8jz45g.jp");
    assertThat(letter("From: jörg@example.com", "").from()).isEmpty();
  }

  @Test
  void mails_without_a_message_id_are_told_apart_by_what_else_they_have() {
    String first = fingerprint("From: a@example.com\nDate: 1\nSubject: pause\n\n");
    assertThat(
            List.of(
                fingerprint("From: a@example.com\nDate: 1\nSubject: resume\n\n"),
                fingerprint("From: a@example.com\nDate: 2\nSubject: pause\n\n"),
                fingerprint("From: b@example.com\nDate: 1\nSubject: pause\n\n"),
                fingerprint("From: a@example.com\nDate: 1\nSubject: pause\n\nx")))
        .doesNotContain(first)
        .doesNotHaveDuplicates();
    assertThat(fingerprint("Received: x\nFrom: a@example.com\nDate: 1\nSubject: pause\n\n"))
        .isEqualTo(first);
    assertThat(fingerprint("Message-ID: <a>\nDate: 1\n\n"))
        .isEqualTo(fingerprint("Message-ID: <a>\nDate: 2\n\n"));
  }

  private static String fingerprint(String mail) {
    return UnderstoodMail.of(Corpus.octets(mail), null).fingerprint();
  }

  private static Letter letter(String head, String body) {
    byte[] mail = (head + "\n\n" + body).getBytes(StandardCharsets.UTF_8);
    return UnderstoodMail.of(mail, null).letter();
  }
}
