package dev.paperboy.digest;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a paper is in a digest, in words. */
final class ReasonWords {

  private static final int MOST_WORDS = 3;
  private static final int MOST_REASONS = 5;
  private static final int LONGEST_WORDS = 60;

  private ReasonWords() {}

  /** One reason for each interest; the many of a very broad reader become one. */
  static List<DigestView.Reason> of(Digest.Entry entry) {
    List<Digest.Reason> all = entry.reasons();
    int shown = all.size() <= MOST_REASONS ? all.size() : MOST_REASONS - 1;
    List<DigestView.Reason> reasons = new ArrayList<>();
    for (Digest.Reason reason : all.subList(0, shown)) {
      reasons.add(
          new DigestView.Reason(
              Headline.title(reason.interest()), words(entry.paper(), reason.hits())));
    }
    if (shown < all.size()) {
      String rest = all.size() - shown + " more of your interests";
      reasons.add(new DigestView.Reason(rest, "match too"));
    }
    return reasons;
  }

  private static String words(Paper paper, List<Hit> hits) {
    Map<String, String> title = words(paper, Field.TITLE, hits);
    Map<String, String> text = words(paper, Field.ABSTRACT, hits);
    List<String> places = new ArrayList<>();
    if (!title.isEmpty() && title.keySet().equals(text.keySet())) {
      places.add("matches " + quoted(title) + " in the title and the abstract");
    } else if (!title.isEmpty() || !text.isEmpty()) {
      places.add("matches " + inPlaces(title, text));
    }
    addPlace(places, "by ", words(paper, Field.AUTHORS, hits));
    addPlace(places, "from ", words(paper, Field.ORGANIZATION, hits));
    return places.isEmpty() ? "meets this interest" : String.join(", ", places);
  }

  private static String inPlaces(Map<String, String> title, Map<String, String> text) {
    List<String> places = new ArrayList<>();
    if (!title.isEmpty()) {
      places.add(quoted(title) + " in the title");
    }
    if (!text.isEmpty()) {
      places.add(quoted(text) + " in the abstract");
    }
    return String.join(" and ", places);
  }

  private static void addPlace(List<String> places, String before, Map<String, String> words) {
    if (!words.isEmpty()) {
      places.add(before + quoted(words));
    }
  }

  /** The paper's own words in order, each once, by their small letters. */
  private static Map<String, String> words(Paper paper, Field field, List<Hit> hits) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Hit hit : hits) {
      if (hit.field() == field) {
        String word = ShortText.line(hit.wordsOf(paper)).strip();
        words.putIfAbsent(word.toLowerCase(Locale.ROOT), ShortText.cut(word, LONGEST_WORDS));
      }
    }
    words.remove("");
    return words;
  }

  private static String quoted(Map<String, String> found) {
    List<String> words = List.copyOf(found.values());
    StringBuilder quoted = new StringBuilder();
    int shown = Math.min(MOST_WORDS, words.size());
    for (int i = 0; i < shown; i++) {
      quoted.append(i == 0 ? "“" : ", “").append(words.get(i)).append("”");
    }
    if (shown < words.size()) {
      quoted.append(", ").append(words.size() - shown).append(" more");
    }
    return quoted.toString();
  }
}
