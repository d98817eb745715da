package dev.paperboy.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Criteria.Source;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceTest {

  private static final Paper LAB =
      paper("lab", 12, new Organization("tencent-ai", "Tencent AI Lab"), "Ada Weber", "Bo Lin");
  private static final Paper FACE =
      paper("face", 3, new Organization("huggingface", "HF"), "Ada M. Weber");
  private static final Paper NOBODY = paper("nobody", 0, null);
  private static final PaperBatch BATCH = new PaperBatch(List.of(LAB, FACE, NOBODY));

  @Test
  void an_organization_is_met_by_words_of_its_name_or_by_its_short_name() {
    assertThat(papers(from(List.of(), List.of("tencent")))).containsExactly(LAB);
    assertThat(papers(from(List.of(), List.of("Tencent AI Lab")))).containsExactly(LAB);
    assertThat(papers(from(List.of(), List.of("Hugging Face")))).containsExactly(FACE);
    assertThat(papers(from(List.of(), List.of("AI Laboratory")))).isEmpty();
    assertThat(papers(from(List.of(), List.of("Ten")))).isEmpty();
  }

  @Test
  void an_author_is_found_among_several() {
    assertThat(papers(from(List.of("A. Weber"), List.of()))).containsExactlyInAnyOrder(LAB, FACE);
    assertThat(papers(from(List.of("Lin"), List.of()))).containsExactly(LAB);
  }

  @Test
  void authors_and_organizations_narrow_each_other_down() {
    assertThat(papers(from(List.of("Ada Weber"), List.of("HuggingFace")))).containsExactly(FACE);
  }

  @Test
  void words_and_source_must_both_be_met() {
    Criteria both =
        new Criteria(
            List.of(Term.of("robot")),
            List.of(),
            List.of(),
            Scope.TITLE,
            new Source(List.of("Ada Weber"), List.of()),
            0);
    assertThat(papers(both)).containsExactlyInAnyOrder(LAB, FACE);
    assertThat(
            papers(
                new Criteria(
                    List.of(Term.of("egg")),
                    List.of(),
                    List.of(),
                    Scope.ANYWHERE,
                    both.source(),
                    0)))
        .isEmpty();
  }

  @Test
  void the_hits_are_the_names_as_the_paper_has_them() {
    Match match = BATCH.matches(from(List.of("Lin"), List.of("Tencent"))).get(0);
    assertThat(match.hits())
        .extracting(hit -> hit.wordsOf(LAB))
        .containsExactly("Bo Lin", "Tencent");
    assertThat(match.hits())
        .extracting(Hit::field)
        .containsExactly(Field.AUTHORS, Field.ORGANIZATION);
  }

  @Test
  void fewer_votes_than_wanted_leave_a_paper_out() {
    assertThat(papers(votes(0))).hasSize(3);
    assertThat(papers(votes(3))).containsExactlyInAnyOrder(LAB, FACE);
    assertThat(papers(votes(4))).containsExactly(LAB);
  }

  private static Criteria votes(int fewest) {
    return new Criteria(
        List.of(Term.of("robot")), List.of(), List.of(), Scope.ANYWHERE, Source.ANYBODY, fewest);
  }

  private static Criteria from(List<String> authors, List<String> organizations) {
    return new Criteria(
        List.of(), List.of(), List.of(), Scope.TITLE, new Source(authors, organizations), 0);
  }

  private static List<Paper> papers(Criteria criteria) {
    return BATCH.matches(criteria).stream().map(Match::paper).toList();
  }

  private static Paper paper(
      String key, int votes, @Nullable Organization organization, String... authors) {
    PaperDetails details =
        new PaperDetails(
            null, "A robot", "", Authors.named(List.of(authors)), organization, null, Links.NONE);
    return new Paper(key, details, new Popularity(votes, 0), 1, new Paper.Mentions("a", "a"));
  }
}
