package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.outbox.BounceTags;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the reports of many mail programs are taken for. The last column names what proves that they
 * speak of a mail of ours: s the seal, m the Message-ID, t the token and the address of the reader.
 */
class CorpusTest {

  private static final String EXPECTED =
      """
      postfix-unknown-user,         hard,      5.1.1,  smt
      postfix-mailbox-full,         soft,      5.2.2,  smt
      postfix-delayed,              delayed,   4.4.1,  smt
      postfix-host-not-found,       soft,      5.4.4,  smt
      postfix-policy,               policy,    5.7.1,  smt
      postfix-expired,              soft,      4.4.1,  smt
      postfix-delivered,            nothing,   none,   smt
      exim-text-unknown,            hard,      none,   sm
      exim-report,                  hard,      5.0.0,  smt
      exchange-english,             hard,      5.1.10, smt
      exchange-german,              soft,      5.2.2,  smt
      exchange-french,              hard,      5.1.1,  smt
      exchange-german-words,        hard,      none,   s
      gmail-unknown-user,           hard,      5.1.1,  smt
      gmail-out-of-storage,         soft,      5.2.2,  smt
      gmail-delayed,                delayed,   4.4.1,  smt
      qmail-unknown-user,           hard,      5.1.1,  sm
      qmail-over-quota,             soft,      5.2.2,  sm
      qmail-at-plain-address,       hard,      none,   m
      sendmail-unknown-user,        hard,      5.1.1,  smt
      sendmail-sender-refused,      policy,    5.1.8,  smt
      yahoo-unknown-user,           hard,      5.0.0,  smt
      yahoo-words,                  policy,    none,   sm
      ses-new-message-id,           hard,      5.1.1,  t
      ses-message-too-large,        policy,     5.3.4,  st
      nested-in-a-gateway,          hard,      5.1.1,  smt
      truncated,                    hard,      5.1.1,  s
      status-in-base64,             hard,      5.1.1,  smt
      unknown-words-at-our-address, soft,      none,   s
      several-recipients,           soft,      5.1.1,  smt
      internationalised-report,     hard,      5.1.1,  sm
      forged,                       hard,      5.1.1,  -
      out-of-office,                none,      none,   sm
      read-receipt,                 nothing,   none,   s
      arf-yahoo,                    complaint, none,   smt
      arf-redacted,                 complaint, none,   m
      arf-not-spam,                 nothing,   none,   sm
      arf-forged,                   complaint, none,   -
      outlook-complaint,            complaint, none,   sm
      answer-of-a-reader,           none,      none,   m
      action-with-a-comment,        hard,      5.1.1,  smt
      supplementary-info,           hard,      5.0.0,  smt
      report-without-a-report-part, hard,      5.1.1,  sm
      ooo-spanish,                  none,      none,   s
      ooo-italian,                  none,      none,   s
      ooo-dutch,                    none,      none,   s
      ooo-portuguese,               none,      none,   s
      ooo-unmarked,                 none,      none,   s
      """;

  private static final Inbox INBOX =
      new Inbox(new EmailAddress("papers", "example.org"), Tags.PLUS);
  private static final BounceTags SEALS = new BounceTags(id -> "seal" + id);

  @ParameterizedTest
  @CsvSource(textBlock = EXPECTED)
  void each_is_taken_for_what_it_is(String name, String kind, String status, String proof) {
    String unix = Corpus.mail(name);
    for (String mail : Set.of(unix, unix.replace("\n", "\r\n"))) {
      InboundMail read = MessageReader.read(Corpus.octets(mail));
      Optional<Report> report = ComplaintReader.read(read).or(() -> BounceReader.read(read));
      assertThat(report.map(found -> found.kind().word()).orElse("none")).isEqualTo(kind);
      assertThat(report.map(found -> found.status().toString()).orElse("0.0.0"))
          .isEqualTo(status.replace("none", "0.0.0"));
      assertThat(proof(Evidence.in(read, null))).isEqualTo(proof.replace("-", ""));
    }
  }

  private static String proof(Evidence evidence) {
    boolean sealed =
        evidence.bounceAddresses().stream()
            .flatMap(address -> INBOX.tagOf(address).stream())
            .anyMatch(tag -> SEALS.delivery(tag.value()).isPresent());
    boolean named = evidence.recipients().contains(new EmailAddress("ada", "example.com"));
    return (sealed ? "s" : "")
        + (evidence.messageIds().contains("<digest-1@example.org>") ? "m" : "")
        + (named && evidence.tokens().contains("T".repeat(43)) ? "t" : "");
  }

  @Test
  void none_is_left_out() {
    TreeSet<String> judged = new TreeSet<>();
    EXPECTED.lines().forEach(line -> judged.add(line.split(",", 2)[0].strip()));
    assertThat(judged).containsExactlyElementsOf(Corpus.names());
  }

  @Test
  void only_the_answers_of_programs_are_automatic() {
    for (String name : Set.of("out-of-office", "answer-of-a-reader", "qmail-unknown-user")) {
      assertThat(MessageReader.read(Corpus.octets(Corpus.mail(name))).automaticAnswer())
          .as(name)
          .isEqualTo(name.equals("out-of-office"));
    }
  }
}
