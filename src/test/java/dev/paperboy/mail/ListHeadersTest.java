package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.OutgoingMail.Header;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListHeadersTest {

  @Test
  void list_mail_says_what_it_is_and_how_to_leave() {
    ListHeaders headers = new ListHeaders("example.org", Mails.address("papers@example.org"));

    assertThat(
            lines(headers.unsubscribingBy(URI.create("https://x/u/t"), URI.create("mailto:m@x"))))
        .containsExactly(
            "List-Id: <digest.example.org>",
            "List-Unsubscribe: <https://x/u/t>, <mailto:m@x>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "List-Help: <mailto:papers@example.org?subject=help>",
            "List-Owner: <mailto:papers@example.org>",
            "List-Post: NO",
            "Auto-Submitted: auto-generated",
            "Precedence: bulk",
            "X-Auto-Response-Suppress: OOF, AutoReply, RN, NRN",
            "Feedback-ID: digest:paperboy:example.org");
  }

  @Test
  void an_answer_is_no_list_mail_and_asks_for_no_answer() {
    assertThat(lines(AnswerHeaders.all()))
        .containsExactly(
            "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: OOF, AutoReply, RN, NRN");
  }

  private static List<String> lines(List<Header> headers) {
    return headers.stream().map(header -> header.name() + ": " + header.value()).toList();
  }
}
