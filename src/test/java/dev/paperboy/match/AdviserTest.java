package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.Advice.Finding;
import dev.paperboy.match.Advice.Nearby;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.paper.Abbreviation;
import dev.paperboy.paper.Abbreviations;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviserTest {

  @Test
  void an_interest_is_told_how_much_it_finds() {
    Finding finding = advice("[robot]", papers(5, "A robot", 45, "An egg")).findings().get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.FINE);
    assertThat(finding.found()).hasSize(5);
    assertThat(finding.aDay()).isEqualTo(2.5);
    assertThat(finding.share()).isEqualTo(0.1);
  }

  @Test
  void what_a_fifth_of_all_papers_meet_is_too_wide() {
    List<Paper> papers = papers(11, "A robot", 39, "An egg");
    assertThat(advice("[robot]", papers).findings().get(0).verdict()).isEqualTo(Verdict.TOO_WIDE);
    assertThat(advice("[robot]", papers.subList(0, 20)).findings().get(0).verdict())
        .as("with few papers nobody can tell")
        .isEqualTo(Verdict.FINE);
  }

  @Test
  void a_slip_of_the_fingers_is_answered_with_the_word_the_archive_has() {
    Finding finding =
        advice("[rienforcement learning]", papers(3, "Reinforcement learning", 2, "Learning"))
            .findings()
            .get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.TOO_NARROW);
    assertThat(finding.nearby()).containsExactly(new Nearby("reinforcement learning", 3));
  }

  @Test
  void a_phrase_that_is_too_long_is_answered_with_its_parts_the_longest_first() {
    Finding finding =
        advice("[world model planning]", papers(3, "A world model", 2, "Planning a world"))
            .findings()
            .get(0);
    assertThat(finding.nearby())
        .containsExactly(
            new Nearby("world model", 3),
            new Nearby("world", 5),
            new Nearby("model", 3),
            new Nearby("planning", 2));
  }

  @Test
  void conditions_that_cannot_be_met_together_are_answered_with_each_alone() {
    Finding finding =
        advice("[{any: [robot], all: [egg]}]", papers(3, "A robot", 2, "An egg")).findings().get(0);
    assertThat(finding.nearby()).containsExactly(new Nearby("robot", 3), new Nearby("egg", 2));
  }

  @Test
  void an_abbreviation_in_small_letters_is_told_its_usual_ones() {
    List<Paper> papers = papers(3, "Segment anything", 1, "SAM");
    Vocabulary words = Vocabulary.of(papers);
    Vocabulary vocabulary =
        new Vocabulary(
            words.papers(),
            words.papersByStem(),
            new Abbreviations(List.of(new Abbreviation("SAM", "segment anything", 3))));
    Finding finding = advice("[sam]", papers, new Analyzer(vocabulary)).findings().get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.FINE);
    assertThat(finding.nearby()).containsExactly(new Nearby("SAM", 4));
  }

  @Test
  void muted_papers_are_not_counted() {
    assertThat(
            advice("[robot], mute: [egg]", papers(3, "A robot", 2, "A robot and an egg"))
                .findings()
                .get(0)
                .found())
        .hasSize(3);
  }

  @Test
  void no_papers_at_all_are_no_reason_to_fail() {
    Advice advice = advice("[robot]", List.of());
    assertThat(advice.papers()).isZero();
    assertThat(advice.findings().get(0).aDay()).isZero();
  }

  private static Advice advice(String interests, List<Paper> papers) {
    return advice(interests, papers, new Analyzer(Vocabulary.of(papers)));
  }

  private static Advice advice(String yaml, List<Paper> papers, Analyzer analyzer) {
    Interests interests =
        new InterestsParser(DigestWishes.DEFAULT)
            .parse("{interests: " + yaml + "}")
            .interests()
            .orElseThrow();
    Adviser adviser = new Adviser(interests, analyzer);
    int middle = papers.size() / 2;
    adviser.look(new PaperBatch(papers.subList(0, middle), analyzer), 1);
    adviser.look(new PaperBatch(papers.subList(middle, papers.size()), analyzer), 1);
    return adviser.advice();
  }

  private static List<Paper> papers(int some, String title, int others, String otherTitle) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < some + others; i++) {
      papers.add(paper("p" + i, i < some ? title : otherTitle, ""));
    }
    return papers;
  }
}
