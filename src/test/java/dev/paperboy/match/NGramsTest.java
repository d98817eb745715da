package dev.paperboy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NGramsTest {

  /** More than fit before it grows, several times over. */
  private static final int KEYS = 20_000;

  @Test
  void what_was_added_is_found_in_ascending_order_and_nothing_else_is() {
    NGrams ngrams = new NGrams(0);
    for (int position = 2 * KEYS - 1; position >= 0; position--) {
      ngrams.add(key(position % KEYS), position);
    }
    for (int number = 0; number < KEYS; number++) {
      assertThat(positions(ngrams, key(number))).containsExactly(number, number + KEYS);
      assertThat(ngrams.count(key(number))).isEqualTo(2);
      assertThat(ngrams.mostWords(key(number))).isEqualTo(1);
    }
    assertThat(positions(ngrams, key(KEYS))).isEmpty();
  }

  @Test
  void compounds_are_told_from_other_keys_however_many_there_are() {
    NGrams ngrams = new NGrams(0);
    for (int number = 0; number < KEYS; number++) {
      ngrams.addCompound(key(2 * number), 2);
    }
    for (int number = 0; number < KEYS; number++) {
      assertThat(ngrams.mostWords(key(2 * number))).isEqualTo(2);
      assertThat(ngrams.mostWords(key(2 * number + 1))).isEqualTo(1);
      assertThat(positions(ngrams, key(2 * number))).isEmpty();
    }
  }

  @Test
  void the_key_of_a_run_is_the_key_of_its_words_without_the_spaces() {
    assertThat(NGramKey.of("fine").then(NGramKey.of("tuning")))
        .isEqualTo(NGramKey.of("finetuning"));
    assertThat(NGramKey.of("ab")).isNotEqualTo(NGramKey.of("ba"));
  }

  private static long key(int number) {
    return new Random(number).nextLong();
  }

  private static List<Integer> positions(NGrams ngrams, long key) {
    List<Integer> positions = new ArrayList<>();
    ngrams.forEach(key, positions::add);
    return positions;
  }
}
