package dev.paperboy.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words that terms are made of, each analysed once. Threads may share it. */
final class Lexicon {

  private static final int REMEMBERED = 100_000;

  private final Map<String, TermPart> words = new ConcurrentHashMap<>();

  /** A folded word, alone, to be met in any form. */
  TermPart word(String folded) {
    TermPart known = words.get(folded);
    if (known != null) {
      return known;
    }
    TermPart word = TermPart.of(folded);
    if (words.size() < REMEMBERED) {
      words.put(folded, word);
    }
    return word;
  }
}
