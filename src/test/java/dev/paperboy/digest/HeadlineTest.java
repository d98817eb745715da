package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Subjects and the other words above the papers. */
class HeadlineTest {

  private final DigestRenderer renderer =
      new DigestRenderer(new Templates(Path.of("templates")), TestDigests.sender());

  private final Headline headline =
      new Headline(new Templates(Path.of("templates")).style().texts());

  @Test
  void the_subject_names_the_first_interest_and_counts_the_rest() {
    assertThat(
            subject(
                TestDigests.of(
                    List.of(section("machine unlearning", 3), section("robotics", 2)),
                    List.of(),
                    9)))
        .isEqualTo("3 papers on machine unlearning, 2 more · 5 Dec");
  }

  @Test
  void one_paper_is_one_paper() {
    assertThat(subject(TestDigests.of(List.of(section("robotics", 1)), papers(2), 0)))
        .isEqualTo("1 paper on robotics · 5 Dec");
  }

  @Test
  void an_interest_without_papers_is_passed_over() {
    assertThat(
            subject(
                TestDigests.of(List.of(section("empty", 0), section("robotics", 2)), List.of(), 0)))
        .isEqualTo("2 papers on robotics · 5 Dec");
  }

  @Test
  void a_quiet_day_has_a_subject_of_its_own() {
    assertThat(subject(TestDigests.of(List.of(), papers(3), 0)))
        .isEqualTo("3 trending papers on a quiet day · 5 Dec");
    assertThat(subject(TestDigests.of(List.of(), papers(1), 0)))
        .isEqualTo("1 trending paper on a quiet day · 5 Dec");
  }

  @Test
  void a_weekly_digest_says_so_and_a_mail_of_several_days_says_which() {
    assertThat(
            subject(over(new Digest.Days(TestDigests.DATE.minusDays(4), TestDigests.DATE, true))))
        .isEqualTo("Your week: 3 papers on robotics, 2 more · 1–5 Dec");
    assertThat(
            subject(over(new Digest.Days(TestDigests.DATE.minusDays(2), TestDigests.DATE, false))))
        .isEqualTo("3 papers on robotics, 2 more · 3–5 Dec");
    assertThat(
            subject(over(new Digest.Days(TestDigests.DATE.minusDays(20), TestDigests.DATE, true))))
        .isEqualTo("3 papers on robotics, 2 more · 15 Nov – 5 Dec");
  }

  private static Digest over(Digest.Days days) {
    return new Digest(
        days,
        new Digest.Editions(1, 5),
        List.of(section("robotics", 3), section("x", 2)),
        List.of(),
        0);
  }

  @Test
  void a_long_interest_is_cut_at_a_word() {
    String name = "diffusion models, rectified flows, consistency models and whatever comes after";

    assertThat(subject(TestDigests.of(List.of(section(name, 3), section("x", 2)), List.of(), 0)))
        .isEqualTo("3 papers on diffusion models, rectified flows, consistency…, 2 more · 5 Dec")
        .hasSizeLessThanOrEqualTo(78);
  }

  @Test
  void the_summary_counts_in_good_english() {
    assertThat(summary(1, 0)).isEqualTo("1 paper meets your interests.");
    assertThat(summary(2, 1)).isEqualTo("2 papers meet your interests, and 1 more is trending.");
    assertThat(summary(0, 1))
        .isEqualTo(
            "No new paper meets your interests today; this is the one everybody talks about.");
    assertThat(summary(0, 2))
        .isEqualTo(
            "No new paper meets your interests today; these are the 2 everybody talks about.");
  }

  @Property(tries = 300)
  void subject_and_preheader_keep_their_lengths(
      @ForAll String interest,
      @ForAll String title,
      @ForAll @IntRange(max = 60) int matched,
      @ForAll @IntRange(max = 30) int trending) {
    Digest.Entry[] entries = new Digest.Entry[matched];
    for (int i = 0; i < matched; i++) {
      entries[i] = TestDigests.entry(TestDigests.paper("p" + i, title, ""));
    }
    Digest digest =
        TestDigests.of(List.of(TestDigests.section(interest, entries)), papers(trending), 0);

    DigestView.Head head = headline.of(digest);

    assertThat(head.headline()).hasSizeLessThanOrEqualTo(68);
    assertThat(head.preheader()).hasSizeBetween(40, 130).isNotEqualTo(head.headline());
  }

  private String summary(int matched, int trending) {
    List<Digest.Section> sections = matched == 0 ? List.of() : List.of(section("x", matched));
    return headline.of(TestDigests.of(sections, papers(trending), 0)).summary();
  }

  private String subject(Digest digest) {
    return renderer.render(digest, TestDigests.reader(Format.HTML)).subject();
  }

  private static Digest.Section section(String interest, int papers) {
    return new Digest.Section(interest, papers(papers));
  }

  private static List<Digest.Entry> papers(int count) {
    List<Digest.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(TestDigests.entry(TestDigests.paper("p" + i, "Title " + i, "")));
    }
    return entries;
  }
}
