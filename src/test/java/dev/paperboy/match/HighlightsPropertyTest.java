package dev.paperboy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HighlightsPropertyTest {

  @Property
  void the_pieces_give_the_text_again(
      @ForAll String text,
      @ForAll @Size(max = 6) List<@IntRange(min = -5, max = 40) Integer> offsets) {
    List<Hit> hits =
        offsets.stream()
            .map(start -> new Hit(Field.TITLE, start, start + start % 7, "term"))
            .toList();
    List<Piece> pieces = Highlights.pieces(text, hits);
    assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(text);
    assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
  }
}
