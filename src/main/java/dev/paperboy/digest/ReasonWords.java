package dev.paperboy.digest;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
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

  private final Texts texts;
  private final Headline headline;

  ReasonWords(Texts texts) {
    this.texts = texts;
    this.headline = new Headline(texts);
  }

  /** One reason for each interest; the many of a very broad reader become one. */
  List<DigestView.Reason> of(Digest.Entry entry) {
    List<Digest.Reason> all = entry.reasons();
    int shown = all.size() <= MOST_REASONS ? all.size() : MOST_REASONS - 1;
    List<DigestView.Reason> reasons = new ArrayList<>();
    for (Digest.Reason reason : all.subList(0, shown)) {
      reasons.add(
          new DigestView.Reason(
              headline.title(reason.interest()), words(entry.paper(), reason.hits())));
    }
    if (shown < all.size()) {
      Map<String, Integer> rest = Map.of("count", all.size() - shown);
      reasons.add(
          new DigestView.Reason(
              texts.of("reason.more_interests", rest), texts.of("reason.more_match")));
    }
    return reasons;
  }

  private String words(Paper paper, List<Hit> hits) {
    Map<String, String> title = words(paper, Field.TITLE, hits);
    Map<String, String> text = words(paper, Field.ABSTRACT, hits);
    List<String> places = new ArrayList<>();
    if (!title.isEmpty() && title.keySet().equals(text.keySet())) {
      addPlace(places, "reason.title_and_abstract", title);
    } else if (!title.isEmpty() && !text.isEmpty()) {
      places.add(texts.of("reason.each", Map.of("title", quoted(title), "abstract", quoted(text))));
    } else {
      addPlace(places, "reason.title", title);
      addPlace(places, "reason.abstract", text);
    }
    addPlace(places, "reason.author", words(paper, Field.AUTHORS, hits));
    addPlace(places, "reason.organization", words(paper, Field.ORGANIZATION, hits));
    return places.isEmpty() ? texts.of("reason.interest") : texts.list(places);
  }

  private void addPlace(List<String> places, String key, Map<String, String> words) {
    if (!words.isEmpty()) {
      places.add(texts.of(key, Map.of("words", quoted(words))));
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

  private String quoted(Map<String, String> found) {
    List<String> words = found.values().stream().limit(MOST_WORDS).map(texts::quoted).toList();
    int more = found.size() - words.size();
    return more == 0
        ? texts.list(words)
        : texts.of("reason.more_words", Map.of("words", texts.list(words), "count", more));
  }
}
