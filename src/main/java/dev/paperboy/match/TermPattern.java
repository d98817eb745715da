package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.match.TermPart.Comparison;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * A term, analysed. Empty where the term has no letter and no digit, is longer than any title, or
 * is a prefix of one character: such a term meets nothing.
 */
final class TermPattern {

  private static final int MOST_WORDS = 64;
  private static final int SHORTEST_PREFIX = 2;

  private final String text;
  private final Term.Kind kind;
  private final List<Word> words;
  private final List<List<TermPart>> parts = new ArrayList<>();

  TermPattern(Term term) {
    this.text = term.text().strip();
    this.kind = term.kind();
    List<Word> found = WordScanner.words(text);
    boolean usable =
        found.size() <= MOST_WORDS
            && (kind != Term.Kind.PREFIX || characters(found) >= SHORTEST_PREFIX);
    this.words = usable ? found : List.of();
    for (int index = 0; index < words.size(); index++) {
      parts.add(partsFrom(index));
    }
  }

  /** The term as written, without white space around it. */
  String text() {
    return text;
  }

  /** How many characters of the text stand before its first word. */
  int lead() {
    return words.isEmpty() ? 0 : words.get(0).start();
  }

  /** Offset in the text after its last word. */
  int endOfWords() {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).end();
  }

  /** How many words the term has. */
  int size() {
    return words.size();
  }

  /** The parts that begin at this word of the term: the word alone, then with those after it. */
  List<TermPart> partsAt(int index) {
    return parts.get(index);
  }

  private List<TermPart> partsFrom(int index) {
    List<TermPart> parts = new ArrayList<>();
    int most = kind == Term.Kind.EXACT ? 1 : Compounds.MOST_PARTS;
    for (int length = 1; length <= most && index + length <= words.size(); length++) {
      List<Word> run = words.subList(index, index + length);
      if (Compounds.joinable(run)) {
        parts.add(part(run, index + length == words.size()));
      }
    }
    return parts;
  }

  private TermPart part(List<Word> run, boolean last) {
    String folded = Compounds.joined(run);
    Comparison comparison =
        switch (kind) {
          case WORDS -> Comparison.COMPOUND;
          case EXACT -> Comparison.WORD;
          case PREFIX -> last ? Comparison.PREFIX : Comparison.COMPOUND;
        };
    return new TermPart(run.size(), folded, Stem.of(folded), comparison);
  }

  private static int characters(List<Word> words) {
    return words.stream().mapToInt(word -> word.folded().length()).sum();
  }
}
