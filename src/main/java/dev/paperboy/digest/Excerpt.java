package dev.paperboy.digest;

import dev.paperboy.match.Hit;
import dev.paperboy.text.ShortText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The telling part of an abstract: its beginning, or the place of the first matched word where that
 * comes later; whole sentences where possible, an ellipsis where something is left out.
 *
 * @param hits moved to the excerpt's own offsets; those outside are gone
 */
public record Excerpt(String text, List<Hit> hits) {

  private static final String BEFORE = "… ";
  private static final String AFTER = " …";

  /** Words whose full stop ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "al", "vs", "cf", "fig", "figs", "eq", "eqs", "sec", "tab", "approx",
          "resp", "dr", "prof", "no", "st", "w.r.t", "a.k.a", "ca");

  /**
   * @param most about how many characters; a text a fifth longer is left whole
   */
  public static Excerpt of(String text, List<Hit> hits, int most) {
    if (text.length() <= most + most / 5) {
      return new Excerpt(text, hits);
    }
    List<Integer> ends = sentenceEnds(text);
    int from = 0;
    int to = end(text, ends, from, most);
    Optional<Hit> first =
        hits.stream()
            .filter(hit -> hit.start() >= 0 && hit.start() < hit.end())
            .filter(hit -> hit.end() <= text.length())
            .min(Comparator.comparingInt(Hit::start));
    if (first.isPresent() && first.get().end() > to) {
      from = start(text, ends, first.get(), most);
      to = Math.max(end(text, ends, from, most), wordAfter(text, first.get().end()));
      from = earlier(text, ends, from, to - most);
    }
    return cut(text, hits, from, to, ends.contains(to));
  }

  private static Excerpt cut(String text, List<Hit> hits, int from, int to, boolean sentence) {
    String before = from == 0 ? "" : BEFORE;
    String after = sentence || to == text.length() ? "" : AFTER;
    String shown = text.substring(from, to).stripTrailing();
    int moved = before.length() - from;
    int last = from + shown.length();
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : hits) {
      int end = Math.min(hit.end(), last);
      if (hit.start() >= from && hit.start() < end && hit.end() <= to) {
        kept.add(new Hit(hit.field(), hit.start() + moved, end + moved, hit.term()));
      }
    }
    return new Excerpt(before + shown + after, kept);
  }

  /** The sentence of the hit, or a word shortly before it in a long sentence. */
  private static int start(String text, List<Integer> ends, Hit hit, int most) {
    int sentence = 0;
    for (int end : ends) {
      if (end <= hit.start()) {
        sentence = end;
      }
    }
    sentence = Math.min(hit.start(), afterSpaces(text, sentence));
    int near = hit.start() - most / 4;
    if (sentence >= near) {
      return sentence;
    }
    int space = text.indexOf(' ', near);
    return space >= 0 && space < hit.start() ? space + 1 : hit.start();
  }

  /** Near the end of an abstract there is room for the sentences before. */
  private static int earlier(String text, List<Integer> ends, int from, int earliest) {
    for (int end : ends) {
      if (end >= earliest && end < from) {
        return Math.min(from, afterSpaces(text, end));
      }
    }
    return from;
  }

  private static int end(String text, List<Integer> ends, int from, int most) {
    int limit = from + most;
    if (limit >= text.length()) {
      return text.length();
    }
    int best = -1;
    for (int end : ends) {
      if (end > from + most / 2 && end <= limit) {
        best = end;
      }
    }
    return best > 0 ? best : ShortText.wordEnd(text, from, limit);
  }

  private static int wordAfter(String text, int index) {
    int space = text.indexOf(' ', index);
    boolean near = space >= 0 && space - index < 60;
    return near ? space : Math.min(index, text.length());
  }

  private static List<Integer> sentenceEnds(String text) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (".!?".indexOf(text.charAt(i)) >= 0) {
        int after = i + 1;
        while (after < text.length() && "\"'”’)]".indexOf(text.charAt(after)) >= 0) {
          after++;
        }
        if (startsSentence(text, after) && !isAbbreviation(text, i)) {
          ends.add(after);
        }
      }
    }
    return ends;
  }

  private static int afterSpaces(String text, int index) {
    int next = index;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private static boolean startsSentence(String text, int after) {
    if (after >= text.length()) {
      return true;
    }
    int next = afterSpaces(text, after);
    return next > after
        && (next == text.length() || !Character.isLowerCase(text.codePointAt(next)));
  }

  private static boolean isAbbreviation(String text, int stop) {
    if (text.charAt(stop) != '.') {
      return false;
    }
    int start = text.lastIndexOf(' ', stop) + 1;
    while (start < stop && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    String word = text.substring(start, stop);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
