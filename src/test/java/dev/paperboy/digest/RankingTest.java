package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.Ranking.Choice;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.Match;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Listings;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What {@link Ranking} promises, on random papers of four words. */
class RankingTest {

  private static final List<String> WORDS = List.of("robot", "egg", "tea", "sun");

  @Property(tries = 500)
  void papers_are_chosen_once_as_many_as_there_is_room_for(
      @ForAll @Size(max = 20) List<@IntRange(max = 255) Integer> shapes,
      @ForAll @IntRange(min = 1, max = 8) int most) {
    Ranking ranking = ranking(shapes, most, new BitSet());
    BitSet matched = ranking.matched();
    List<Choice> choices = ranking.choose();
    assertThat(choices).hasSize(Math.min(most, matched.cardinality()));
    assertThat(choices).extracting(Choice::paper).doesNotHaveDuplicates();
    assertThat(choices).allMatch(choice -> matched.get(choice.paper()));
  }

  @Property(tries = 500)
  void every_interest_that_meets_a_paper_has_one_in_while_there_is_room(
      @ForAll @Size(max = 20) List<@IntRange(max = 255) Integer> shapes,
      @ForAll @IntRange(min = 4, max = 8) int most) {
    Ranking ranking = ranking(shapes, most, new BitSet());
    List<Choice> choices = ranking.choose();
    for (int interest = 0; interest < WORDS.size(); interest++) {
      int looking = interest;
      boolean meets =
          ranking.matched().stream().anyMatch(paper -> ranking.match(paper, looking) != null);
      boolean has =
          choices.stream().anyMatch(choice -> ranking.match(choice.paper(), looking) != null);
      assertThat(has).isEqualTo(meets);
    }
  }

  @Property(tries = 500)
  void no_interest_has_more_than_half_while_a_paper_of_another_is_left_out(
      @ForAll @Size(max = 20) List<@IntRange(max = 7) Integer> words,
      @ForAll @IntRange(min = 1, max = 8) int most) {
    // One word for each paper: one that meets several interests may be there for another.
    List<Integer> shapes = words.stream().map(word -> 1 << word).toList();
    Ranking ranking = ranking(shapes, most, new BitSet());
    List<Choice> choices = ranking.choose();
    Set<Integer> chosen = new HashSet<>();
    choices.forEach(choice -> chosen.add(choice.paper()));
    int half = (most + 1) / 2;
    for (int interest = 0; interest < WORDS.size(); interest++) {
      int owner = interest;
      long count = choices.stream().filter(choice -> choice.interest() == owner).count();
      if (count > half) {
        assertThat(ranking.matched().stream().filter(paper -> !chosen.contains(paper)))
            .allMatch(
                paper -> {
                  int other = owner(ranking, paper);
                  return other == owner
                      || choices.stream().filter(choice -> choice.interest() == other).count()
                          >= half;
                });
      }
    }
  }

  @Property(tries = 300)
  void hidden_papers_are_never_chosen_and_the_best_come_first(
      @ForAll @Size(max = 20) List<@IntRange(max = 255) Integer> shapes,
      @ForAll @IntRange(max = 20) int hiddenPaper) {
    BitSet hidden = new BitSet();
    hidden.set(hiddenPaper);
    List<Choice> choices = ranking(shapes, 5, hidden).choose();
    assertThat(choices).noneMatch(choice -> choice.paper() == hiddenPaper);
    for (int i = 1; i < choices.size(); i++) {
      assertThat(choices.get(i - 1).rank()).isGreaterThanOrEqualTo(choices.get(i).rank());
    }
  }

  private static int owner(Ranking ranking, int paper) {
    for (int interest = 0; interest < WORDS.size(); interest++) {
      Match match = ranking.match(paper, interest);
      if (match != null) {
        return interest;
      }
    }
    return -1;
  }

  /** Each bit of a shape is a word in the title, or in the abstract. */
  private static Ranking ranking(List<Integer> shapes, int most, BitSet hidden) {
    List<Paper> papers = new ArrayList<>();
    for (int shape : shapes) {
      papers.add(paper("p" + papers.size(), words(shape & 15), words(shape >> 4)));
    }
    List<Interest> interests =
        new InterestsParser(DigestWishes.DEFAULT)
            .parse("interests: [robot, {any: [egg], boost: 3}, tea, {any: [sun], boost: 0.3}]")
            .interests()
            .orElseThrow()
            .interests();
    return new Ranking(interests, new PaperBatch(papers), hidden, most);
  }

  private static String words(int bits) {
    StringBuilder words = new StringBuilder("On");
    for (int i = 0; i < WORDS.size(); i++) {
      if ((bits >> i & 1) == 1) {
        words.append(' ').append(WORDS.get(i));
      }
    }
    return words.toString();
  }

  private static Paper paper(String key, String title, String abstractText) {
    Listing listing = Listings.listing(null, title, abstractText, 0, 0);
    return new Paper(key, listing.details(), listing.popularity(), 1, new Paper.Mentions("a", "a"));
  }
}
