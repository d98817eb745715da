package dev.paperboy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.lint.Changes.Change;
import dev.paperboy.lint.Expected.Reader;
import dev.paperboy.lint.Expected.ReaderTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is broken by a change to the good mail, and by that change no other rule is. */
class RulesTest {

  private final MailLinter linter = new MailLinter();

  @Test
  void the_good_mail_breaks_no_rule() {
    assertThat(linter.lint(GoodMail.bytes(), GoodMail.expected())).isEmpty();
    assertThat(linter.lint(GoodMail.bytes(), Expected.nothing())).isEmpty();
  }

  @Test
  void an_answer_in_text_alone_breaks_no_rule() {
    assertThat(linter.lint(HeaderChanges.answer(), HeaderChanges.expected(""))).isEmpty();
    assertThat(linter.lint(HeaderChanges.answer(), Expected.nothing())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_change_breaks_exactly_its_rule() {
    return changes().stream()
        .map(change -> DynamicTest.dynamicTest(change.toString(), () -> breaksItsRule(change)));
  }

  private void breaksItsRule(Change change) {
    List<Finding> findings = linter.lint(change.mail(), change.expected());
    assertThat(findings).as(change.toString()).isNotEmpty();
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(change.rule());
              assertThat(finding.severity()).isEqualTo(change.severity());
              assertThat(finding.message()).endsWith(".").doesNotContain("\n", "\r");
            });
  }

  @Test
  void every_rule_that_is_judged_here_has_such_a_change() {
    Set<Rule> broken = changes().stream().map(Change::rule).collect(Collectors.toSet());
    broken.addAll(BatchLinterTest.RULES);
    Set<Rule> judged =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.elsewhere().isEmpty())
            .collect(Collectors.toSet());
    assertThat(broken).isEqualTo(judged);
  }

  @Test
  void a_rule_broken_everywhere_is_told_ten_times_and_counted() {
    String noFields = "no field\r\n".repeat(50);
    List<Finding> findings = linter.lint(GoodMail.raw(raw -> noFields + raw), GoodMail.expected());
    assertThat(findings).hasSize(11).allMatch(finding -> finding.rule() == Rule.A3);
    assertThat(findings.get(10).message()).isEqualTo("The same rule is broken 40 times more.");
  }

  @Test
  void a_mail_of_more_than_fifty_megabytes_is_not_read() {
    assertThat(linter.lint(new byte[50_000_001], GoodMail.expected()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.E1));
  }

  @Test
  void words_that_are_quoted_may_look_like_anything_but_latex() {
    String words = "A ${x.y} &amp; </td> \\textbf{survey}, null votes";
    byte[] mail = GoodMail.withText(text -> text.replace("A survey", words));
    Expected known = GoodMail.expected();
    Expected quoting =
        new Expected(
            known.kind(), known.sender(), known.reader(), known.strangers(), Set.of(words));

    assertThat(linter.lint(mail, known)).map(Finding::rule).contains(Rule.D3, Rule.D5, Rule.D6);
    assertThat(linter.lint(mail, quoting))
        .map(Finding::rule)
        .contains(Rule.D6)
        .doesNotContain(Rule.D3, Rule.D5);
  }

  @Test
  void the_reason_may_be_told_in_any_language_that_names_the_reader() {
    byte[] mail =
        GoodMail.withHtml(
            html ->
                html.replace(
                    "You get this mail because ada@example.org subscribed to Paperboy",
                    "Diese Mail kommt, weil ada@example.org Paperboy abonniert hat"));

    assertThat(linter.lint(mail, GoodMail.expected())).isEmpty();
  }

  @Test
  void a_mailbox_that_takes_no_tags_needs_none_in_reply_to() {
    Expected known = GoodMail.expected();
    ReaderTokens tokens = known.reader().tokens();
    Reader untagged =
        new Reader(
            known.reader().recipient(),
            known.reader().envelopeSender(),
            new ReaderTokens(tokens.unsubscribe(), tokens.interests(), ""));
    byte[] mail = GoodMail.raw(raw -> raw.replaceFirst("(Reply-To: \\S*?)\\+[^@]+@", "$1@"));

    assertThat(linter.lint(mail, known)).map(Finding::rule).containsExactly(Rule.A9);
    assertThat(
            linter.lint(
                mail, new Expected(known.kind(), known.sender(), untagged, known.strangers())))
        .isEmpty();
  }

  @Test
  void a_hostile_title_that_broke_out_of_its_cell_is_found() {
    byte[] mail =
        GoodMail.withHtml(html -> html.replace("A survey", "A</td><img onerror=1> survey"));
    assertThat(linter.lint(mail, GoodMail.expected()))
        .map(Finding::rule)
        .contains(Rule.E5, Rule.E12);
  }

  @Test
  void without_a_word_from_the_sender_mail_of_no_list_is_not_judged_as_one() {
    String raw = Changes.latin(GoodMail.bytes());
    for (String name :
        List.of(
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Post",
            "List-Help",
            "List-Owner",
            "Precedence",
            "Auto-Submitted")) {
      raw = Changes.withHeader(raw, name, "");
    }
    assertThat(linter.lint(GoodMail.octets(raw), Expected.nothing())).isEmpty();
    assertThat(linter.lint(GoodMail.octets(raw), GoodMail.expected()))
        .map(Finding::rule)
        .contains(Rule.B1, Rule.B2, Rule.B3, Rule.B6, Rule.B7);
  }

  @Test
  void findings_come_by_rule_and_place_and_say_what_to_do() {
    List<Finding> findings =
        linter.lint(
            GoodMail.raw(raw -> "Bcc: eve@example.org\r\n" + raw.replace("MIME-Version", "Mine")),
            Expected.nothing());
    assertThat(findings)
        .map(Finding::toString)
        .containsExactly(
            "A5 MUST: Bcc (line 1) must not leave with a mail. Remove it.",
            "D1 MUST: There is no MIME-Version: 1.0. Add it.");
  }

  @Test
  void the_page_of_rules_has_each_of_them_as_it_is() throws IOException {
    List<String> rows =
        Files.readString(Path.of("docs/mail.md"))
            .lines()
            .filter(line -> line.matches("\\| [A-Z][0-9].*"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(RulesTest::row).toList());
  }

  private static String row(Rule rule) {
    return "| %s | %s | %s%s |"
        .formatted(
            rule,
            rule.severity().name().toLowerCase(Locale.ROOT),
            rule.title(),
            rule.elsewhere().map(judge -> " (judged elsewhere: " + judge + ")").orElse(""));
  }

  private static List<Change> changes() {
    Changes changes = new Changes();
    HeaderChanges.addTo(changes);
    BodyChanges.addTo(changes);
    return changes.all();
  }
}
