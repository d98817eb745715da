package dev.paperboy.match;

import static dev.paperboy.match.Papers.paper;
import static dev.paperboy.match.Papers.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria;
import dev.paperboy.paper.Abbreviation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationMatchTest {

  private static final Analyzer ANALYZER =
      Papers.knowing(
          new Abbreviation("LLM", "large language model", 50),
          new Abbreviation("RL", "reinforcement learning", 30),
          new Abbreviation("SAM", "Segment Anything Model", 9),
          new Abbreviation("US", "ultrasound", 5),
          new Abbreviation("CoT", "Chain-of-Thought", 9));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reinforcement learning | Offline RL is hard            | RL",
        "RL                     | Deep reinforcement learning   | reinforcement learning",
        "RL                     | Many RLs and RL-based ones    | RLs, RL",
        "rl                     | Deep reinforcement learning   | reinforcement learning",
        "llms                   | A large language model        | large language model",
        "LLMs                   | A large language model        | large language model",
        "offline RL             | Offline reinforcement learning | Offline reinforcement learning",
        "offline reinforcement learning | Offline RL            | Offline RL",
        "LLM agents             | A large language model agent  | large language model agent",
        "LLMs for RL            | LLM for reinforcement learning | LLM for reinforcement learning",
        "large language models  | LLMs win                      | LLMs",
        "chain of thought       | With CoT prompts              | CoT",
        "CoT                    | Long chains of thought         | chains of thought",
        "reinforcement-learning | RL                            | RL"
      })
  void short_and_long_forms_meet_each_other(String written, String text, String words) {
    assertThat(words(written, text)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SAM                    | Sam wrote it, sam said",
        "segment anything model | Sam wrote it",
        "US                     | It helps us all",
        "ultrasound             | It helps us all",
        "sam                    | Segment anything model",
        "=RL                    | Reinforcement learning",
        "=reinforcement learning | RL",
        "reinforcement learn*   | RL",
        "learning               | RL",
        "CoT                    | On a cot"
      })
  void what_is_not_written_so_or_asked_for_so_is_not_met(String written, String text) {
    assertThat(words(written, text)).isEmpty();
  }

  private static String words(String written, String text) {
    Criteria criteria =
        new Criteria(List.of(term(written)), List.of(), List.of(), Criteria.Scope.ANYWHERE);
    return new PaperBatch(List.of(paper("p", text, "")), ANALYZER)
        .matches(criteria).stream()
            .flatMap(match -> match.hits().stream().map(hit -> hit.wordsOf(match.paper())))
            .collect(Collectors.joining(", "));
  }
}
