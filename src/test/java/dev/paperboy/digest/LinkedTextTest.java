package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Code: https://github.com/a/b.                     | https://github.com/a/b",
        "(see https://a.example/x_(y)), please             | https://a.example/x_(y)",
        "(https://a.example/x)                             | https://a.example/x",
        "“https://a.example/?q=1&r=2”!                     | https://a.example/?q=1&r=2",
        "at https://a.example/x;                           | https://a.example/x",
        "http://a.example                                  | http://a.example",
        "javascript:alert(1) and ftp://a.example/x         | none",
        "https:// and https://localhost/x and https://%zz  | none",
        "www.a.example is not one                          | none"
      })
  void web_addresses_become_links_without_what_ends_the_sentence(String text, String url) {
    List<String> urls =
        LinkedText.pieces(text, List.of()).stream()
            .map(DigestView.Piece::url)
            .filter(found -> !found.isEmpty())
            .toList();

    assertThat(urls).isEqualTo(url == null ? List.of() : List.of(url));
  }

  @Property(tries = 500)
  void the_pieces_are_the_text_and_hits_are_marked_outside_addresses(
      @ForAll("texts") String text, @ForAll int a, @ForAll int b) {
    int start = Math.floorMod(a, text.length() + 1);
    int end = Math.floorMod(b, text.length() + 1);

    List<DigestView.Piece> pieces =
        LinkedText.pieces(
            text,
            List.of(new Hit(Field.ABSTRACT, start, end, "x"), new Hit(Field.ABSTRACT, a, b, "y")));

    assertThat(pieces.stream().map(DigestView.Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
    assertThat(pieces).noneMatch(piece -> piece.marked() && !piece.url().isEmpty());
    if (start < end && !text.contains("http")) {
      assertThat(pieces).anyMatch(DigestView.Piece::marked);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "https://",
            "a.example",
            "/x",
            "(",
            ")",
            ".",
            " ",
            "word",
            "\uD83D\uDE00",
            "\"",
            "<",
            "http")
        .list()
        .ofMaxSize(30)
        .map(list -> String.join("", list));
  }
}
