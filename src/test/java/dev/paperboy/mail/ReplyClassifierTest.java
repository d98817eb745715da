package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyClassifierTest {

  private static final Path CORPUS = Path.of("src/test/resources/replies/expected.tsv");

  /** A line of the corpus. */
  private record Expected(String fault, String follows, String reply) {

    static Expected of(String line) {
      String[] fields = line.split("\t", 3);
      return new Expected(fields[0], fields[1], fields[2].replace("\\n", "\n"));
    }

    int code() {
      return Integer.parseInt(reply.substring(0, 3));
    }

    @Override
    public String toString() {
      return reply.substring(0, Math.min(reply.length(), 60)).replace('\n', ' ');
    }
  }

  static List<Expected> corpus() {
    try {
      return Files.readAllLines(CORPUS).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Expected::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void a_reply_says_whose_fault_it_is(Expected expected) {
    Diagnosis found = ReplyClassifier.of(new Reply(expected.code(), expected.reply()));

    assertThat(told(found)).isEqualTo(expected.fault() + ", " + expected.follows());
  }

  /** One rule for both: a report quotes what a dialogue would have heard. */
  @ParameterizedTest
  @MethodSource("corpus")
  void a_report_that_quotes_it_says_the_same(Expected expected) {
    String quoted = "smtp; " + expected.reply().replace("\n", "\n ");
    StatusCode stated = StatusCode.firstIn(expected.reply());

    assertThat(told(ReplyClassifier.ofReport(stated, quoted)))
        .isEqualTo(expected.fault() + ", " + expected.follows());
  }

  @Test
  void the_corpus_is_large_and_has_no_reply_twice() {
    assertThat(corpus()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
  }

  /** Every blaming word about us, put behind the surest sign of a bad address. */
  @Test
  void words_about_us_win_over_a_code_about_the_recipient() {
    for (String words :
        List.of(
            "over quota",
            "message rate exceeded",
            "rejected by policy",
            "DMARC",
            "on a block list",
            "listed by an RBL",
            "relay denied",
            "unverified address: timed out",
            "Host not found, try again",
            "bad HELO",
            "authentication needed",
            "bad sender",
            "see our AUP")) {
      for (String code :
          List.of("550 5.1.1 ", "550 5.1.0 ", "550-", "553 5.1.3 ", "550 #5.1.10 ")) {
        Reply reply = new Reply(550, code + "user unknown: " + words + "\n550 no such user");
        assertThat(ReplyClassifier.of(reply).badAddress()).as(reply.text()).isFalse();
      }
    }
  }

  @Test
  void names_of_hosts_and_addresses_are_no_words() {
    for (String name :
        List.of("relay.policy.example.com", "spam@quota.example.com", "<dmarc@x.example>:")) {
      Reply reply = new Reply(550, "550 5.1.1 " + name + " user unknown");
      assertThat(ReplyClassifier.of(reply).badAddress()).as(reply.text()).isTrue();
    }
  }

  /** A hostile server may say anything; ten times as much must not take a hundred times as long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.1.1 ",
        "user ",
        "address ",
        "user * ",
        "550-5.1.1 ",
        "((((",
        "a.b:1@",
        "content x ",
        "5.",
        "<>:;,",
        "用户",
        "mailbox\n",
        "4.",
        "  "
      })
  void whatever_a_server_says_is_judged_at_once(String piece) {
    String text = "550 " + piece.repeat(2_000_000 / piece.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          ReplyClassifier.of(new Reply(550, text));
          ReplyClassifier.ofReport(StatusCode.NONE, text);
        });
  }

  @Test
  void a_phrase_with_a_gap_ends_where_the_gap_is_too_long() {
    ReplyPhrase phrase = ReplyPhrase.of("user * not found");

    List<Boolean> found = new ArrayList<>();
    for (int words : List.of(0, 1, 10, 30, 300)) {
      found.add(phrase.isIn(ReplyText.of("user " + "abc ".repeat(words) + "not found")));
    }
    assertThat(found).containsExactly(true, true, true, false, false);
    assertThat(phrase.isIn(ReplyText.of("user " + "abc ".repeat(90) + "user not found"))).isTrue();
  }

  private static String told(Diagnosis found) {
    String follows = found.badAddress() ? "suppress" : found.passing() ? "wait" : "fail";
    return found.fault().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + follows;
  }
}
