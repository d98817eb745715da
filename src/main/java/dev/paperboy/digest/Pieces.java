package dev.paperboy.digest;

import dev.paperboy.match.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text cut where matched words begin and end. */
final class Pieces {

  private Pieces() {}

  /** Some of the text, and whether it is a matched word. */
  record Piece(String text, boolean marked) {}

  /**
   * The whole text in pieces, none of them empty.
   *
   * @param hits in any order; what reaches beyond the text or overlaps is cut
   */
  static List<Piece> pieces(String text, List<Hit> hits) {
    List<Hit> ordered =
        hits.stream().sorted(Comparator.comparingInt(Hit::start).thenComparing(Hit::end)).toList();
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (Hit hit : ordered) {
      int start = Math.max(done, hit.start());
      int end = Math.min(text.length(), hit.end());
      if (start < end) {
        add(text.substring(done, start), false, pieces);
        add(text.substring(start, end), true, pieces);
        done = end;
      }
    }
    add(text.substring(done), false, pieces);
    return pieces;
  }

  private static void add(String text, boolean marked, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }
}
