package dev.paperboy.digest;

import dev.paperboy.match.Highlights;
import dev.paperboy.match.Hit;
import dev.paperboy.match.Piece;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with its matched words marked and its web addresses turned into links. */
final class LinkedText {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"“”‘’«»…|\\\\^`{}]+");

  /** What ends a sentence or a bracket rather than an address. */
  private static final String TRAILING = ".,;:!?'*_~-";

  private LinkedText() {}

  private record Span(int start, int end) {}

  /** The whole text in pieces; an address is never marked. */
  static List<DigestView.Piece> pieces(String text, List<Hit> hits) {
    List<Span> addresses = addresses(text);
    List<DigestView.Piece> pieces = new ArrayList<>();
    int done = 0;
    for (Span address : addresses) {
      marked(text, done, address.start(), hits, pieces);
      String url = text.substring(address.start(), address.end());
      pieces.add(new DigestView.Piece(url, false, url));
      done = address.end();
    }
    marked(text, done, text.length(), hits, pieces);
    return pieces;
  }

  private static void marked(
      String text, int from, int to, List<Hit> hits, List<DigestView.Piece> pieces) {
    List<Hit> moved = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.start() >= from && hit.end() <= to) {
        moved.add(new Hit(hit.field(), hit.start() - from, hit.end() - from, hit.term()));
      }
    }
    for (Piece piece : Highlights.pieces(text.substring(from, to), moved)) {
      pieces.add(new DigestView.Piece(piece.text(), piece.marked(), ""));
    }
  }

  private static List<Span> addresses(String text) {
    if (!text.contains("://")) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      int end = trimmed(text, matcher.start(), matcher.end());
      if (isAddress(text.substring(matcher.start(), end))) {
        spans.add(new Span(matcher.start(), end));
      }
    }
    return spans;
  }

  private static int trimmed(String text, int start, int end) {
    int last = end;
    while (last > start) {
      char c = text.charAt(last - 1);
      boolean unopened =
          (c == ')' && unbalanced(text, start, last, '(', ')'))
              || (c == ']' && unbalanced(text, start, last, '[', ']'));
      if (TRAILING.indexOf(c) < 0 && !unopened) {
        break;
      }
      last--;
    }
    return last;
  }

  private static boolean unbalanced(String text, int start, int end, char open, char close) {
    String part = text.substring(start, end);
    return part.chars().filter(c -> c == close).count()
        > part.chars().filter(c -> c == open).count();
  }

  private static boolean isAddress(String text) {
    try {
      String host = new URI(text).getHost();
      return host != null && host.contains(".");
    } catch (URISyntaxException notAddress) {
      return false;
    }
  }
}
