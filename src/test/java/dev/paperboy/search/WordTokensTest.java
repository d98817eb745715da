package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class WordTokensTest {

  @Test
  void each_word_has_its_stem_its_form_and_how_it_is_written() {
    assertThat(tokens("Fine-tuned LLMs, models. The end"))
        .containsExactly(
            "100 sfine",
            "0 wfine",
            "0 xFine",
            "1 stuning",
            "0 wtuned",
            "0 xtuned",
            "0 j",
            "1 sllm",
            "0 wllm",
            "0 xLLMs",
            "0 j",
            "1 smodel",
            "0 wmodels",
            "0 xmodels",
            "100 sthe",
            "0 wthe",
            "0 xThe",
            "1 send",
            "0 wend",
            "0 xend");
  }

  /** An index made with other tokens would find nothing: it has to be made anew. */
  @Test
  void who_changes_the_tokens_raises_the_version() {
    String sample =
        "Poincaré's 3.5 C++ analyses colours, pre-trained GPT-4 modelling (e.g. classes) data sets"
            + " don't R² naïve; caches & vertices 深度学习 1,000 behaviours re-labelled";

    int sum = String.join(" ", tokens(sample)).hashCode();

    assertThat(List.of(WordTokens.VERSION, sum)).isEqualTo(List.of(1, 236533054));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    try (WordTokens stream = new WordTokens(List.of(text))) {
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(
            stream.getAttribute(PositionIncrementAttribute.class).getPositionIncrement()
                + " "
                + stream.getAttribute(CharTermAttribute.class));
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    return tokens;
  }
}
