package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String SENTENCE = "The robot folds the towel with e.g. two hands. ";

  @Test
  void a_short_abstract_stays_whole() {
    assertThat(excerpt(SENTENCE.repeat(3), "towel", 400).text()).isEqualTo(SENTENCE.repeat(3));
  }

  @Test
  void a_long_abstract_ends_with_a_sentence() {
    String text = excerpt(SENTENCE.repeat(20), "towel", 400).text();

    assertThat(text).isEqualTo(SENTENCE.repeat(8).strip());
  }

  @Test
  void without_a_sentence_end_it_ends_at_a_word_with_an_ellipsis() {
    assertThat(excerpt("word ".repeat(200), "none", 400).text())
        .isEqualTo("word ".repeat(80).strip() + " …");
  }

  @Test
  void a_matched_word_further_down_is_shown_with_what_stands_around_it() {
    String abstractText =
        SENTENCE.repeat(20) + "Then the gripper unlearns it. " + SENTENCE.repeat(20);

    Excerpt excerpt = excerpt(abstractText, "gripper", 400);

    assertThat(excerpt.text())
        .startsWith("… Then the gripper unlearns it. The robot")
        .endsWith(".");
    assertThat(marked(excerpt)).isEqualTo("gripper");
  }

  @Test
  void a_matched_word_at_the_very_end_takes_the_sentences_before_it_along() {
    Excerpt excerpt = excerpt(SENTENCE.repeat(20) + "It needs a gripper.", "gripper", 400);

    assertThat(excerpt.text()).startsWith("… The robot").endsWith("It needs a gripper.");
    assertThat(excerpt.text().length()).isBetween(300, 402);
    assertThat(marked(excerpt)).isEqualTo("gripper");
  }

  @Test
  void abbreviations_and_initials_end_no_sentence() {
    String text =
        "We follow J. Smith et al. Their data, cf. Fig. 3, is vs. Ours. " + "And so on ".repeat(60);

    assertThat(excerpt(text, "none", 90).text())
        .isEqualTo("We follow J. Smith et al. Their data, cf. Fig. 3, is vs. Ours.");
  }

  @Test
  void spaces_that_end_a_match_are_not_marked_as_part_of_the_ellipsis() {
    String text = "word ".repeat(23) + "grip     " + "word ".repeat(60);
    int at = text.indexOf("grip");

    Excerpt excerpt = Excerpt.of(text, List.of(new Hit(Field.ABSTRACT, at, at + 5, "x")), 120);

    assertThat(excerpt.text()).endsWith("grip …");
    assertThat(marked(excerpt)).isEqualTo("grip");
  }

  @Test
  void a_match_that_begins_with_spaces_keeps_its_place() {
    String text = "word ".repeat(60) + "End.     Grip word. " + "word ".repeat(4);
    int at = text.indexOf("  Grip");

    Excerpt excerpt = Excerpt.of(text, List.of(new Hit(Field.ABSTRACT, at, at + 6, "x")), 120);

    assertThat(marked(excerpt)).isEqualTo("  Grip");
  }

  private static String marked(Excerpt excerpt) {
    Hit hit = excerpt.hits().get(0);
    String text = excerpt.text();
    return text.substring(hit.start(), Math.min(text.length(), hit.end()));
  }

  private static Excerpt excerpt(String text, String word, int most) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(word);
    List<Hit> hits =
        at < 0 ? List.of() : List.of(new Hit(Field.ABSTRACT, at, at + word.length(), word));
    return Excerpt.of(text, hits, most);
  }
}
