package dev.paperboy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.lint.BatchLinter.Sent;
import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.lint.Expected.Reader;
import dev.paperboy.lint.Expected.ReaderTokens;
import dev.paperboy.lint.Expected.Sender;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchLinterTest {

  static final Set<Rule> RULES = Set.of(Rule.F1, Rule.F2, Rule.F3, Rule.F4);

  private static final String ADA = "ada@example.org";
  private static final String BO = "bo@example.org";

  private final Sent ada = sent(ADA, "1@bounce.example", mail("<1@a.example>", ADA, "x"));
  private final Sent bo = sent(BO, "2@bounce.example", mail("<2@a.example>", BO, "x"));

  @Test
  void mails_of_their_own_break_no_rule() {
    assertThat(lint(ada, bo)).isEmpty();
  }

  @Test
  void one_recipient_gets_one_mail() {
    assertThat(lint(ada, sent(ADA, "2@bounce.example", mail("<2@a.example>", ADA, "x"))))
        .containsExactly("F1 MUST: Mails 1 and 2 have the same recipient. Each needs its own.");
  }

  @Test
  void one_mail_names_one_recipient() {
    assertThat(lint(sent(ADA, "", mail("<1@a.example>", "a@b.example, c@d.example", "x"))))
        .contains("F1 MUST: Mail 1 does not name one recipient in To.");
  }

  @Test
  void each_mail_has_its_own_bounce_address_at_the_bounce_domain() {
    assertThat(lint(ada, sent(BO, "1@bounce.example", mail("<2@a.example>", BO, "x"))))
        .containsExactly(
            "F2 MUST: Mails 1 and 2 have the same bounce address. Each needs its own.");
    assertThat(lint(ada, sent(BO, "2@a.example", mail("<2@a.example>", BO, "x"))))
        .containsExactly("F2 MUST: The bounce address of mail 2 is not at bounce.example.");
  }

  @Test
  void each_mail_has_its_own_message_id() {
    assertThat(lint(ada, sent(BO, "2@bounce.example", mail("<1@a.example>", BO, "x"))))
        .containsExactly("F3 MUST: Mails 1 and 2 have the same Message-ID. Each needs its own.");
  }

  @Test
  void no_mail_tells_who_else_gets_one() {
    byte[] telling = mail("<2@a.example>", BO, "Ada@Example.org reads this, too.");
    assertThat(lint(ada, sent(BO, "2@bounce.example", telling)))
        .containsExactly("F4 MUST: Mail 2 has the address of mail 1's recipient. Find out why.");
    byte[] longer = mail("<2@a.example>", BO, "Not Gada@example.org nor ada@example.organic.");
    assertThat(lint(ada, sent(BO, "2@bounce.example", longer))).isEmpty();
  }

  @Test
  void all_mails_are_of_one_list() {
    byte[] other = GoodMail.octets("List-Id: <b.example>\r\n" + Changes.latin(bo.message()));
    byte[] one = GoodMail.octets("List-Id: <a.example>\r\n" + Changes.latin(ada.message()));
    assertThat(lint(new Sent(one, ada.expected()), new Sent(other, bo.expected())))
        .containsExactly("B1 MUST: The mails have 2 different List-Ids. Use one.");
  }

  private static List<String> lint(Sent... batch) {
    return new BatchLinter().lint(List.of(batch)).stream().map(Finding::toString).toList();
  }

  private static Sent sent(String recipient, String bounce, byte[] message) {
    return new Sent(
        message,
        new Expected(
            Kind.LIST,
            new Sender(null, "bounce.example", null, null, false),
            new Reader(GoodMail.address(recipient), bounce, ReaderTokens.UNKNOWN),
            Set.of()));
  }

  private static byte[] mail(String id, String to, String words) {
    return GoodMail.octets("Message-ID: %s\r\nTo: %s\r\n\r\n%s\r\n".formatted(id, to, words));
  }
}
