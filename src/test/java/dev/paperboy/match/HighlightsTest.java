package dev.paperboy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {

  @Test
  void a_text_is_cut_at_its_hits() {
    assertThat(Highlights.pieces("graph neural net", List.of(hit(13, 16), hit(0, 5))))
        .containsExactly(
            new Piece("graph", true), new Piece(" neural ", false), new Piece("net", true));
  }

  @Test
  void overlapping_hits_make_one_piece() {
    assertThat(Highlights.pieces("abcdef", List.of(hit(0, 3), hit(2, 4), hit(1, 2))))
        .containsExactly(new Piece("abcd", true), new Piece("ef", false));
  }

  @Test
  void hits_outside_the_text_are_cut_off() {
    assertThat(Highlights.pieces("abc", List.of(hit(-9, 1), hit(2, 99), hit(50, 60), hit(2, 1))))
        .containsExactly(new Piece("a", true), new Piece("b", false), new Piece("c", true));
    assertThat(Highlights.pieces("", List.of(hit(0, 5)))).isEmpty();
  }

  private static Hit hit(int start, int end) {
    return new Hit(Field.TITLE, start, end, "term");
  }
}
