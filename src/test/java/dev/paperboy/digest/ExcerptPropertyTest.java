package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class ExcerptPropertyTest {

  @Property(tries = 1000)
  void the_first_matched_word_is_always_in_it_and_nothing_is_torn(
      @ForAll @StringLength(max = 1500) String any, @ForAll int at, @ForAll boolean words) {
    String text = words ? any.replaceAll("[^\\p{L}.]", " ") : any;
    int start = text.isEmpty() ? 0 : Math.floorMod(at, text.length());
    int end = Math.min(text.length(), start + 5);
    List<Hit> hits =
        text.substring(start, end).isBlank()
            ? List.of()
            : List.of(new Hit(Field.ABSTRACT, start, end, "x"));

    Excerpt excerpt = Excerpt.of(text, hits, 120);

    assertThat(excerpt.text().length()).isLessThanOrEqualTo(120 + 120 / 2 + 80);
    if (!hits.isEmpty()) {
      Hit hit = excerpt.hits().get(0);
      assertThat(excerpt.text().substring(hit.start(), hit.end()).strip())
          .isEqualTo(text.substring(start, end).strip());
    }
    if (!text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF) && hits.isEmpty()) {
      assertThat(excerpt.text().codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
  }
}
