package dev.paperboy.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a text at its hits, so that a page or a mail can mark them. */
public final class Highlights {

  private Highlights() {}

  /**
   * The text in pieces that, one after the other, give the text again; no piece is empty.
   *
   * @param hits hits of this text, in any order; overlapping ones make one piece, what lies outside
   *     the text is cut off
   */
  public static List<Piece> pieces(String text, List<Hit> hits) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    int end = 0;
    int done = 0;
    for (Hit hit : hits.stream().sorted(Comparator.comparingInt(Hit::start)).toList()) {
      int from = Math.max(hit.start(), 0);
      int to = Math.min(hit.end(), text.length());
      if (from < to && from >= end) {
        add(pieces, text, done, start, false);
        add(pieces, text, start, end, true);
        done = end;
        start = from;
      }
      end = from < to ? Math.max(end, to) : end;
    }
    add(pieces, text, done, start, false);
    add(pieces, text, start, end, true);
    add(pieces, text, end, text.length(), false);
    return List.copyOf(pieces);
  }

  private static void add(List<Piece> pieces, String text, int from, int to, boolean marked) {
    if (from < to) {
      pieces.add(new Piece(text.substring(from, to), marked));
    }
  }
}
