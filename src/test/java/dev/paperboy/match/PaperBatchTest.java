package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static dev.paperboy.match.Papers.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Paper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperBatchTest {

  private static final Paper IN_TITLE =
      paper("1", "Graph learning", "Nothing else is said about it.");
  private static final Paper IN_ABSTRACT =
      paper("2", "A study", "On a graph, and a survey of robots.");
  private static final Paper OTHER = paper("3", "Robots", "They walk.");
  private static final PaperBatch BATCH = new PaperBatch(List.of(OTHER, IN_ABSTRACT, IN_TITLE));

  @Test
  void a_term_in_the_title_counts_more_than_one_in_the_abstract() {
    assertThat(papers(any("graph"))).containsExactly(IN_TITLE, IN_ABSTRACT);
  }

  @Test
  void the_scope_says_where_to_look() {
    assertThat(papers(criteria(Scope.TITLE, "graph"))).containsExactly(IN_TITLE);
    assertThat(papers(criteria(Scope.ABSTRACT, "graph"))).containsExactly(IN_ABSTRACT);
  }

  @Test
  void any_all_and_not_work_together() {
    assertThat(papers(all("graph", "robot"))).containsExactly(IN_ABSTRACT);
    assertThat(
            papers(
                new Criteria(
                    List.of(term("graph")), List.of(), List.of(term("survey")), Scope.ANYWHERE)))
        .containsExactly(IN_TITLE);
    assertThat(
            papers(
                new Criteria(
                    List.of(term("robot")), List.of(term("survey")), List.of(), Scope.ANYWHERE)))
        .containsExactly(IN_ABSTRACT);
  }

  @Test
  void not_looks_where_the_others_look() {
    Criteria titles =
        new Criteria(List.of(term("study")), List.of(), List.of(term("survey")), Scope.TITLE);
    assertThat(papers(titles)).containsExactly(IN_ABSTRACT);
  }

  @Test
  void criteria_without_terms_match_nothing() {
    assertThat(papers(new Criteria(List.of(), List.of(), List.of(), Scope.ANYWHERE))).isEmpty();
    assertThat(papers(new Criteria(List.of(), List.of(), List.of(term("graph")), Scope.ANYWHERE)))
        .isEmpty();
  }

  @Test
  void a_term_of_symbols_only_meets_nothing_and_hides_nothing() {
    assertThat(papers(any("++"))).isEmpty();
    assertThat(papers(all("graph", "++"))).isEmpty();
    assertThat(mentioning(BATCH, term("--"))).isEmpty();
    assertThat(mentioning(BATCH, new Term("", Term.Kind.PREFIX))).isEmpty();
    assertThat(mentioning(BATCH, new Term("a", Term.Kind.PREFIX))).isEmpty();
  }

  @Test
  void a_batch_without_papers_answers_too() {
    assertThat(new PaperBatch(List.of()).matches(any("graph"))).isEmpty();
  }

  @Test
  void papers_that_mention_a_term_come_in_the_order_of_the_batch() {
    assertThat(mentioning(BATCH, term("robots"))).containsExactly(OTHER, IN_ABSTRACT);
  }

  @Test
  void criteria_asked_for_twice_are_remembered() {
    PaperBatch batch = new PaperBatch(List.of(IN_TITLE));
    Matches first = batch.matches(any("graph"));
    assertThat(batch.matches(any("graph"))).isEqualTo(first).isSameAs(batch.matches(any("graph")));
    assertThat(batch.mentioning(term("graph"))).isSameAs(batch.mentioning(term("graph")));
  }

  @Test
  void equally_good_papers_keep_the_order_of_the_batch() {
    Paper first = paper("b", "Graphs", "Some words.");
    Paper second = paper("a", "Graphs", "Other words.");
    assertThat(new PaperBatch(List.of(first, second)).matches(any("graph")))
        .extracting(Match::paper)
        .containsExactly(first, second);
  }

  @Test
  void the_score_is_the_stated_formula() {
    Match match = BATCH.matches(any("graph", "learning")).get(0);
    double graph = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)) * 3 * 2.2 / (3 + 1.2);
    double learning = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5)) * 3 * 2.2 / (3 + 1.2);
    assertThat(match.score()).isCloseTo(graph + learning + 0.1, within(1e-12));
  }

  @Test
  void two_spellings_of_a_term_count_once() {
    PaperBatch batch = new PaperBatch(List.of(paper("1", "Fine-tuning", ""), OTHER));
    assertThat(batch.matches(any("fine-tuning", "finetuning")).get(0).score())
        .isEqualTo(batch.matches(any("fine-tuning")).get(0).score());
  }

  @Test
  void overlapping_hits_become_one_named_after_the_longest() {
    Paper paper = paper("1", "Large language model agents", "A language model.");
    List<Hit> hits =
        new PaperBatch(List.of(paper))
            .matches(any("language model", "large language model", "model agent"))
            .get(0)
            .hits();
    assertThat(hits)
        .containsExactly(
            new Hit(Field.TITLE, 0, 27, "large language model"),
            new Hit(Field.ABSTRACT, 2, 16, "language model"));
  }

  static List<String> hostileStrings() {
    return List.of(
        "a".repeat(100_000),
        "a ".repeat(50_000),
        "a-".repeat(50_000),
        "-".repeat(100_000),
        "'".repeat(100_000),
        ". ".repeat(50_000),
        "\u00AD".repeat(100_000),
        "é\u0301".repeat(50_000),
        "(a+)+$[^]*\\Q\\E{1,99999}|?",
        "\u202Eمرحبا\u202C بالعالم abc",
        "\uD835\uDC00\uD835",
        "\uDC00\uD835 x\uD835",
        "\uD83D",
        "C++".repeat(30_000),
        "ﷺ".repeat(20_000),
        "\u0000\uFFFF\uFFFE",
        "扩".repeat(100_000),
        "1.".repeat(50_000),
        "");
  }

  @ParameterizedTest
  @MethodSource("hostileStrings")
  void hostile_text_and_hostile_terms_only_cost_time(String hostile) {
    PaperBatch batch = new PaperBatch(List.of(paper("h", hostile, hostile), IN_TITLE));
    Term[] terms =
        Arrays.stream(Term.Kind.values()).map(kind -> new Term(hostile, kind)).toArray(Term[]::new);
    for (Term term : terms) {
      assertThat(mentioning(batch, term)).doesNotContain(IN_TITLE);
    }
    assertThat(mentioning(batch, term("graph"))).containsExactly(IN_TITLE);
    assertThat(mentioning(batch, term("a a a a"))).doesNotContain(IN_TITLE);
  }

  @Test
  void a_term_longer_than_any_title_meets_nothing() {
    String title = "word ".repeat(65);
    PaperBatch batch = new PaperBatch(List.of(paper("1", title, "")));
    assertThat(mentioning(batch, term(title))).isEmpty();
    assertThat(mentioning(batch, term("word ".repeat(64)))).hasSize(1);
  }

  private static List<Paper> mentioning(PaperBatch batch, Term term) {
    return batch.mentioning(term).stream().mapToObj(batch.papers()::get).toList();
  }

  private static List<Paper> papers(Criteria criteria) {
    return BATCH.matches(criteria).stream().map(Match::paper).toList();
  }

  private static Criteria any(String... terms) {
    return criteria(Scope.ANYWHERE, terms);
  }

  private static Criteria criteria(Scope in, String... any) {
    return new Criteria(Arrays.stream(any).map(Papers::term).toList(), List.of(), List.of(), in);
  }

  private static Criteria all(String... all) {
    List<Term> terms = Arrays.stream(all).map(Papers::term).toList();
    return new Criteria(List.of(), terms, List.of(), Scope.ANYWHERE);
  }
}
