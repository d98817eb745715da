package dev.paperboy.bench;

import dev.paperboy.text.Stem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Ways to bring the forms of a word together: our own, and those of Lucene for English. */
enum Stemming {
  NONE("none", tokens -> tokens),
  MINIMAL("English minimal", EnglishMinimalStemFilter::new),
  PORTER("Porter", PorterStemFilter::new),
  SNOWBALL("Snowball English", tokens -> new SnowballFilter(tokens, new EnglishStemmer())),
  KSTEM("KStem", KStemFilter::new),
  OURS("Paperboy", tokens -> tokens) {
    @Override
    String stem(String word) {
      return Stem.of(word);
    }
  };

  private final String shown;
  private final UnaryOperator<TokenStream> filter;

  Stemming(String shown, UnaryOperator<TokenStream> filter) {
    this.shown = shown;
    this.filter = filter;
  }

  String shown() {
    return shown;
  }

  /** The stem of a folded word. */
  String stem(String word) {
    try (Tokenizer one = new KeywordTokenizer()) {
      one.setReader(new StringReader(word));
      TokenStream stemmed = filter.apply(one);
      stemmed.reset();
      return stemmed.incrementToken()
          ? stemmed.getAttribute(CharTermAttribute.class).toString()
          : word;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
