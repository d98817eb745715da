package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.digest.Digest.Section;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Listings;
import dev.paperboy.paper.Paper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestComposerTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 5);
  private static final Editions EDITIONS = new Editions(1, 1);

  @Test
  void a_paper_stands_once_under_the_first_interest_it_meets_and_names_all() {
    Digest digest = compose("interests: [robot, egg]", paper("a", "A robot and an egg", 0));
    assertThat(digest.sections()).extracting(Section::interest).containsExactly("robot");
    assertThat(digest.sections().get(0).entries().get(0).reasons())
        .extracting(Reason::interest)
        .containsExactly("robot", "egg");
  }

  @Test
  void sections_keep_the_readers_order() {
    Digest digest =
        compose("interests: [egg, robot]", paper("a", "A robot", 0), paper("b", "An egg", 0));
    assertThat(digest.sections()).extracting(Section::interest).containsExactly("egg", "robot");
  }

  @Test
  void of_equal_matches_the_one_people_talk_about_comes_first() {
    Digest digest =
        compose("interests: [robot]", paper("quiet", "A robot", 0), paper("loud", "A robot", 50));
    assertThat(keys(digest)).containsExactly("loud", "quiet");
  }

  @Test
  void a_boost_moves_an_interest_up_when_the_cap_cuts() {
    String interests =
        "{interests: [robot, {any: [egg], boost: 5}], digest: {papers: 1, trending: 0}}";
    Digest digest = compose(interests, paper("a", "A robot", 0), paper("b", "An egg", 0));
    assertThat(keys(digest)).containsExactly("b");
    assertThat(digest.more()).isEqualTo(1);
  }

  @Test
  void trending_are_the_loudest_papers_that_meet_no_interest_and_are_not_muted() {
    Digest digest =
        compose(
            "{interests: [robot], mute: [blockchain], digest: {trending: 2}}",
            paper("a", "A robot", 99),
            paper("b", "A blockchain", 98),
            paper("c", "Loud", 9),
            paper("d", "Louder", 10),
            paper("e", "Also loud", 8),
            paper("f", "Silent", 0));
    assertThat(digest.trending()).extracting(e -> e.paper().key()).containsExactly("d", "c");
  }

  @Test
  void a_matching_paper_that_the_cap_left_out_is_not_shown_as_trending() {
    Digest digest =
        compose(
            "{interests: [robot], digest: {papers: 1}}",
            paper("a", "Robot robot robot", 0),
            paper("b", "On a robot", 0),
            paper("c", "Other", 1));
    assertThat(digest.trending()).extracting(e -> e.paper().key()).containsExactly("c");
  }

  @Test
  void one_broad_interest_cannot_drown_the_rest() {
    Paper[] papers = new Paper[12];
    for (int i = 0; i < 9; i++) {
      papers[i] = paper("robot" + i, "Robot robot robot", 500);
    }
    papers[9] = paper("egg", "A word on one egg among many others", 0);
    papers[10] = paper("tea1", "Tea", 0);
    papers[11] = paper("tea2", "Tea and more", 0);
    Digest digest =
        compose("{interests: [{any: [robot], boost: 10}, egg, tea], digest: {papers: 4}}", papers);
    assertThat(keys(digest)).contains("egg", "tea1").hasSize(4);
    assertThat(digest.sections().get(0).entries()).hasSize(2);
    assertThat(digest.more()).isEqualTo(8);
  }

  @Test
  void one_work_with_two_titles_is_shown_once() {
    String text = "We teach a robot to boil an egg, with a camera, a pot, some water and no recipe";
    String more = text + ", and report how many eggs were lost on the way to the table.";
    Digest digest =
        compose(
            "{interests: [robot], digest: {papers: 1}}",
            paper("a", "A robot cook", more, 9),
            paper("b", "Eggs by robot", more, 8),
            paper("c", "A robot", "", 0));
    assertThat(keys(digest)).containsExactly("a");
    assertThat(digest.more()).as("works, not titles").isEqualTo(1);
    assertThat(digest.trending()).isEmpty();
  }

  @Test
  void a_stored_selection_gives_the_same_digest_again_with_the_figures_of_that_day() {
    Paper paper = paper("a", "A robot", 7);
    Digest digest = compose("interests: [robot]", paper);
    Paper later =
        new Paper(
            "a",
            paper.details(),
            Listings.listing(null, "x", "", 70, 7).popularity(),
            1,
            paper.mentions());

    Digest restored =
        Selection.fromJson(Selection.of(digest).toJson()).restore(DAY, EDITIONS, List.of(later));

    assertThat(restored).isEqualTo(digest);
  }

  private static Digest compose(String yaml, Paper... papers) {
    Interests interests =
        new InterestsParser(DigestWishes.DEFAULT).parse(yaml).interests().orElseThrow();
    return DigestComposer.compose(
        interests, new PaperBatch(List.of(papers)), Digest.Days.of(DAY), EDITIONS);
  }

  private static List<String> keys(Digest digest) {
    return digest.sections().stream()
        .flatMap(section -> section.entries().stream())
        .map(Entry::paper)
        .map(Paper::key)
        .toList();
  }

  private static Paper paper(String key, String title, int votes) {
    return paper(key, title, "", votes);
  }

  private static Paper paper(String key, String title, String abstractText, int votes) {
    Listing listing = Listings.listing(null, title, abstractText, votes, 0);
    return new Paper(key, listing.details(), listing.popularity(), 1, new Paper.Mentions("a", "a"));
  }
}
