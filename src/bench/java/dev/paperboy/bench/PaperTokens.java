package dev.paperboy.bench;

import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The project's words and stems as a Lucene analyzer, so that Lucene looks for the same tokens. No
 * phrase crosses the end of a sentence or of a field: positions jump there.
 */
final class PaperTokens extends Analyzer {

  private static final int JUMP = 100;

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new Words());
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return JUMP;
  }

  private static final class Words extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private List<Word> words = List.of();
    private int next;

    @Override
    public void reset() throws IOException {
      super.reset();
      words = WordScanner.words(read(input));
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == words.size()) {
        return false;
      }
      Word word = words.get(next++);
      term.append(Stem.of(word.folded()));
      step.setPositionIncrement(next > 1 && word.link() == Link.BREAK ? JUMP : 1);
      return true;
    }

    private static String read(Reader input) throws IOException {
      StringWriter text = new StringWriter();
      input.transferTo(text);
      return text.toString();
    }
  }
}
