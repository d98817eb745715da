package dev.paperboy.search;

import dev.paperboy.text.Compounds;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of some texts as Lucene indexes them. At each word's position stand its stem, the
 * folded word, the word as it is written, and {@link #JOINS} where it may be read as one with the
 * word before it. Positions jump where a phrase must not go on.
 */
final class WordTokens extends TokenStream {

  /** Raised whenever the tokens of a text change, here or in {@code text}. */
  static final int VERSION = 1;

  static final String JOINS = "j";

  private static final int JUMP = 100;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<String> texts;
  private final Queue<String> tokens = new ArrayDeque<>();
  private List<Word> words = List.of();
  private int text;
  private int word;

  /**
   * @param texts no phrase reaches from one into the next
   */
  WordTokens(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  static String stem(String folded) {
    return "s" + Stem.of(folded);
  }

  static String folded(String folded) {
    return "w" + folded;
  }

  static String written(String written) {
    return "x" + written;
  }

  @Override
  public void reset() {
    text = -1;
    word = 0;
    words = List.of();
    tokens.clear();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!tokens.isEmpty()) {
      term.append(tokens.remove());
      step.setPositionIncrement(0);
      return true;
    }
    while (word == words.size()) {
      if (++text >= texts.size()) {
        return false;
      }
      words = WordScanner.words(texts.get(text));
      word = 0;
    }
    Word next = words.get(word);
    boolean joins = word > 0 && Compounds.joinable(words.get(word - 1), next);
    boolean first = word == 0 || next.link() == Link.BREAK;
    step.setPositionIncrement(first ? JUMP : 1);
    term.append(stem(next.folded()));
    tokens.add(folded(next.folded()));
    tokens.add(written(texts.get(text).substring(next.start(), next.end())));
    if (joins) {
      tokens.add(JOINS);
    }
    word++;
    return true;
  }
}
