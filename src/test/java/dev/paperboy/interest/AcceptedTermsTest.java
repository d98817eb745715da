package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Listings;
import dev.paperboy.paper.Paper;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parser and the matcher share one idea of a term. */
class AcceptedTermsTest {

  private static final String SMALL_WORDS =
      "so that this can be all of what they may have on it, and how, why or when it will do more"
          + " than be in us; via them, per each of these without any about her";

  @Property(tries = 1000)
  void a_term_that_is_accepted_meets_a_paper_of_that_title(@ForAll("phrases") String written) {
    Assume.that(TermRules.problem(written).isEmpty());
    Term term = Term.of(written);
    // "R. U. R." ends sentences in a title, and no phrase goes across.
    Assume.that(term.text().chars().noneMatch(c -> ".!?\u2026".indexOf(c) >= 0));
    assertThat(mentions(term, term.text())).isTrue();
  }

  @Property(tries = 1000)
  void no_term_that_is_accepted_meets_a_text_of_small_words(@ForAll("small") String written) {
    Assume.that(TermRules.problem(written).isEmpty());
    assertThat(mentions(Term.of(written), SMALL_WORDS)).isFalse();
  }

  @Provide
  Arbitrary<String> phrases() {
    Arbitrary<String> word =
        Arbitraries.oneOf(
            Arbitraries.of(
                "the", "robot", "C++", "R^2", "3D", "Größe", "学习", "GPT-4", "k", "it's", "½",
                "self-", "a/b", "(RL)", "v1"),
            Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(6));
    return marked(word.list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words)));
  }

  @Provide
  Arbitrary<String> small() {
    List<String> words = List.of(SMALL_WORDS.split("[^A-Za-z]+"));
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(words), Arbitraries.of(words).map(word -> word.substring(0, 1)));
    return marked(
        piece
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .flatMap(
                chosen ->
                    Arbitraries.of(" ", "").map(separator -> String.join(separator, chosen))));
  }

  private static Arbitrary<String> marked(Arbitrary<String> texts) {
    return texts.flatMap(text -> Arbitraries.of(text, "=" + text, text + "*"));
  }

  private static boolean mentions(Term term, String title) {
    Listing listing = Listings.listing(null, title, "");
    Paper paper =
        new Paper("key", listing.details(), listing.popularity(), 1, new Paper.Mentions("a", "a"));
    return !new PaperBatch(List.of(paper)).mentioning(term).isEmpty();
  }
}
