package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The table gives the answers of {@link Scan}, on papers made to collide. */
class PaperBatchPropertyTest {

  private static final List<String> WORDS =
      List.of(
          "fine",
          "tuning",
          "Tuned",
          "finetuning",
          "fine-tuned",
          "a",
          "symmetric",
          "asymmetric",
          "model",
          "models",
          "MODEL",
          "RAG",
          "GPT",
          "4",
          "GPT4",
          "C++",
          "C",
          "R²",
          "2",
          "the",
          "text",
          "to",
          "image",
          "text-to-image",
          "texttoimage",
          "Poincaré's",
          "扩散",
          "colour");

  private static final List<String> GAPS =
      List.of(" ", " ", " ", "-", "-", ", ", ". ", "/", " (", "^", "");

  private static final Analyzer ANALYZER = new Analyzer(Vocabulary.EMPTY);

  @Property(tries = 400)
  void the_table_finds_the_papers_a_plain_scan_finds(
      @ForAll("papers") List<Paper> papers, @ForAll("criteria") Criteria criteria) {
    assertThat(new PaperBatch(papers).matches(criteria))
        .extracting(Match::paper)
        .containsExactlyInAnyOrderElementsOf(Scan.matching(papers, criteria));
  }

  @Property(tries = 400)
  void a_term_stands_where_a_plain_scan_says(
      @ForAll("papers") List<Paper> papers, @ForAll("terms") Term term) {
    List<Occurrences.Place> places =
        new TermFinder(new WordTable(papers, new Lexicon(Vocabulary.EMPTY)))
            .find(ANALYZER.pattern(term));
    for (int i = 0; i < papers.size(); i++) {
      int paper = i;
      List<Occurrences.Place> here =
          places.stream()
              .filter(place -> place.paper() == paper && place.field() == Field.ABSTRACT)
              .toList();
      Set<Integer> starts = Scan.starts(papers.get(i).abstractText(), term);
      assertThat(starts)
          .allMatch(at -> here.stream().anyMatch(p -> p.start() <= at && at < p.end()));
      assertThat(here).hasSizeLessThanOrEqualTo(starts.size());
      if (term.kind() != Term.Kind.EXACT) {
        assertThat(here).allMatch(place -> starts.contains(place.start()));
      }
    }
  }

  @Property(tries = 400)
  void a_hit_covers_words_that_meet_its_term(
      @ForAll("papers") List<Paper> papers, @ForAll("criteria") Criteria criteria) {
    for (Match match : new PaperBatch(papers).matches(criteria)) {
      assertThat(match.hits()).isNotEmpty();
      for (Hit hit : match.hits()) {
        String text =
            hit.field() == Field.TITLE ? match.paper().title() : match.paper().abstractText();
        String words = text.substring(hit.start(), hit.end());
        Term term = termOf(hit, criteria);
        assertThat(Scan.starts(words, term)).as("%s in \"%s\"", term, words).isNotEmpty();
        assertThat(criteria.in()).isIn(Scope.ANYWHERE, Scope.valueOf(hit.field().name()));
      }
    }
  }

  @Property(tries = 200)
  void hits_are_in_order_and_do_not_overlap(
      @ForAll("papers") List<Paper> papers, @ForAll("criteria") Criteria criteria) {
    for (Match match : new PaperBatch(papers).matches(criteria)) {
      for (int i = 1; i < match.hits().size(); i++) {
        Hit before = match.hits().get(i - 1);
        Hit hit = match.hits().get(i);
        assertThat(before.field()).isLessThanOrEqualTo(hit.field());
        assertThat(before.field() != hit.field() || before.end() <= hit.start()).isTrue();
      }
    }
  }

  private static Term termOf(Hit hit, Criteria criteria) {
    List<Term> terms = new ArrayList<>(criteria.any());
    terms.addAll(criteria.all());
    return terms.stream()
        .filter(term -> term.toString().equals(hit.term()))
        .findFirst()
        .orElseThrow();
  }

  @Provide
  Arbitrary<List<Paper>> papers() {
    return Combinators.combine(text(1, 5), text(0, 14))
        .as((title, abstractText) -> paper(title + "|" + abstractText, title, abstractText))
        .list()
        .ofMaxSize(6)
        .uniqueElements(Paper::key);
  }

  @Provide
  Arbitrary<Term> terms() {
    return Combinators.combine(text(1, 3), Arbitraries.of(Term.Kind.class))
        .as((text, kind) -> new Term(kind == Term.Kind.PREFIX ? cut(text) : text, kind));
  }

  @Provide
  Arbitrary<Criteria> criteria() {
    return Combinators.combine(
            terms().list().ofMaxSize(3),
            terms().list().ofMaxSize(1),
            terms().list().ofMaxSize(1),
            Arbitraries.of(Scope.class))
        .as((any, all, not, in) -> new Criteria(any, all, not, in));
  }

  private static Arbitrary<String> text(int fewest, int most) {
    return Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(GAPS))
        .as((word, gap) -> word + gap)
        .list()
        .ofMinSize(fewest)
        .ofMaxSize(most)
        .map(parts -> String.join("", parts));
  }

  private static String cut(String text) {
    return text.length() > 3 ? text.substring(0, text.length() - 2) : text;
  }
}
