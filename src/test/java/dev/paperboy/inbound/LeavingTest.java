package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to leave in people's own words, and what only looks like one. */
class LeavingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to unsubscribe.",
        "please unsubscribe me from this list",
        "UNSUBSCRIBE ME!!!",
        "Take me off your list",
        "Remove me, thanks",
        "Stop sending me these",
        "No more emails please",
        "Please cancel my subscription.",
        "I no longer wish to receive these mails",
        "opt out",
        "Delete my address please",
        "Ich möchte mich abmelden",
        "Bitte melden Sie mich ab.",
        "Hiermit kündige ich das Abo.",
        "keine Mails mehr!",
        "Bitte nehmen Sie mich aus dem Verteiler",
        "Newsletter abbestellen",
        "Bitte löschen Sie mich",
        "Stop",
        "abmelden!"
      })
  void a_request_to_leave_is_understood(String words) {
    assertThat(Leaving.in("Re: 3 papers", List.of(words))).isEqualTo(Leaving.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I unsubscribe?",
        "Please do not unsubscribe me",
        "Bitte nicht abmelden",
        "I was unsubscribed by mistake",
        "Unsubscribe me from the topic crypto only",
        "I want to stop these mails about crypto",
        "Please stop it now",
        "Cancel",
        "Ich will das nicht mehr",
        "Schluss damit"
      })
  void what_may_be_one_is_never_ignored(String words) {
    assertThat(Leaving.in("Re: 3 papers", List.of(words))).isNotEqualTo(Leaving.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please do not unsubscribe me",
        "Stop showing me papers about crypto",
        "I love the papers from this list",
        "Ich möchte weniger zu Krypto"
      })
  void nobody_is_put_off_the_list_by_a_chance_word(String words) {
    assertThat(Leaving.in("Re: 3 papers", List.of(words))).isNotEqualTo(Leaving.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Could the digest come later?", "robot learning", "Danke für die Arbeit"})
  void other_words_are_no_request(String words) {
    assertThat(Leaving.in("Re: 3 papers", List.of(words))).isEqualTo(Leaving.NO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Re: please unsubscribe me", "Fwd: unsubscribe me"})
  void the_subject_of_an_answer_is_not_its_authors(String subject) {
    assertThat(Leaving.in(subject, List.of("Thank you for your note"))).isEqualTo(Leaving.NO);
    assertThat(Leaving.in("please unsubscribe me", List.of())).isEqualTo(Leaving.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I want to unsubscribe."})
  void in_a_long_mail_it_is_answered_with_the_link(String words) {
    List<String> own = List.of(words, "This message may be confidential. ".repeat(30));
    assertThat(Leaving.in("", own)).isEqualTo(Leaving.MAYBE);
  }
}
