package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.StatusCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.1.0  |                                                | SOFT
          5.1.0  | smtp; 550 5.1.0 Address rejected               | SOFT
          5.1.0  | smtp; 550 5.1.0 no such user                   | HARD
          5.1.0  | smtp; 550 5.1.0 sender rejected, see our AUP   | POLICY
          5.5.0  | smtp; 550 5.5.0 mailbox unavailable            | HARD
          5.5.0  | smtp; 550 5.5.0 something                      | SOFT
          5.1.6  | moved                                          | HARD
          5.1.7  | bad sender address                             | POLICY
          5.2.0  | something                                      | SOFT
          5.2.0  | the user account is disabled                   | HARD
          5.2.1  | mailbox disabled                               | HARD
          4.2.2  | full                                           | SOFT
          5.2.2  | 550 5.1.1 quota                                | SOFT
          5.1.1  | smtp; 550 5.7.1 blocked                        | POLICY
          5.0.0  | smtp; 550 5.1.1 no                             | HARD
          5.0.0  | smtp; 550 5.2.1 no                             | SOFT
          5.0.0  | smtp; 550 5.2.1 the mailbox is disabled        | HARD
          5.2.1  | smtp; 550 5.2.1 receiving mail at a rate       | SOFT
          5.0.0  | smtp; 554 rejected as spam                     | POLICY
          5.4.1  | Recipient address rejected: Access denied      | SOFT
          5.4.6  | no such user here                              | SOFT
          5.3.4  | too big, by policy                             | POLICY
          4.1.1  | user unknown                                   | SOFT
          0.0.0  | said: 450 user unknown                         | SOFT
          0.0.0  | said: 550 user unknown                         | HARD
          0.0.0  | The mailbox is full; the user was not found    | SOFT
          0.0.0  | La boîte aux lettres de Jean est pleine        | SOFT
          0.0.0  | Empfänger: diese Adresse existiert nicht       | HARD
          0.0.0  | L'adresse n'existe pas                         | HARD
          0.0.0  | who knows                                      | SOFT
          0.0.0  | host 5.1.1.7 with Exim 5.1.1.2 gave up         | SOFT
          """)
  void a_failure_is_judged_by_code_and_words(String status, String words, Feedback.Kind kind) {
    assertThat(FailureKind.of(StatusCode.firstIn(status), words == null ? "" : words))
        .isEqualTo(kind);
  }
}
