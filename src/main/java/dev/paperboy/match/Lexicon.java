package dev.paperboy.match;

import dev.paperboy.paper.Vocabulary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words that terms are made of, each analysed once. Threads may share it. */
final class Lexicon {

  private static final int REMEMBERED = 100_000;

  private final Vocabulary vocabulary;
  private final Map<String, TermPart> words = new ConcurrentHashMap<>();

  Lexicon(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A folded word, alone, to be met in any form. */
  TermPart word(String folded) {
    TermPart known = words.get(folded);
    if (known != null) {
      return known;
    }
    TermPart word = TermPart.of(folded, vocabulary);
    if (words.size() < REMEMBERED) {
      words.put(folded, word);
    }
    return word;
  }
}
