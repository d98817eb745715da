package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
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

  @Property(tries = 1000)
  void the_first_matched_word_is_always_in_it_and_nothing_is_torn(
      @ForAll @StringLength(max = 1500) String any, @ForAll int at, @ForAll boolean words) {
    String text = words ? any.replaceAll("[^\\p{L}.]", " ") : any;
    int start = text.isEmpty() ? 0 : Math.floorMod(at, text.length());
    int end = Math.min(text.length(), start + 5);
    List<Hit> hits = start == end ? List.of() : List.of(new Hit(Field.ABSTRACT, start, end, "x"));

    Excerpt excerpt = Excerpt.of(text, hits, 120);

    assertThat(excerpt.text().length()).isLessThanOrEqualTo(120 + 120 / 2 + 80);
    if (!hits.isEmpty()) {
      assertThat(marked(excerpt).strip()).isEqualTo(text.substring(start, end).strip());
    }
    if (!text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF) && hits.isEmpty()) {
      assertThat(excerpt.text().codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
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
