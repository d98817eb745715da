package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFinderTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We use reinforcement learning (RL) here.          | RL   | reinforcement learning
          Retrieval-Augmented Generation (RAG) grows        | RAG  | Retrieval-Augmented Generation
          many large language models (LLMs) fail            | LLM  | large language model
          two policies (POs)                                | PO   | policy
          tuned by proximal policy optimization (PPO)       | PPO  | proximal policy optimization
          the mixture of experts (MoE) layer                | MoE  | mixture of experts
          with low-rank adaptation (LoRA)                   | LoRA | low-rank adaptation
          from text-to-image (T2I) models                   | T2I  | text-to-image
          as multi-modal large language models (MLLMs)      | MLLM | multi-modal large language model
          state of the art (SOTA) results                   | SOTA | state of the art
          reinforcement learning [RL] in square brackets    | RL   | reinforcement learning
          reinforcement learning (RL; Sutton and Barto)     | RL   | reinforcement learning
          reinforcement learning (RL, PPO) in a list        | RL   | reinforcement learning
          reinforcement learning (or "RL") in quotes        | RL   | reinforcement learning
          by GRPO (group relative policy optimization)      | GRPO | group relative policy optimization
          by GRPO (i.e., group relative policy optimization)| GRPO | group relative policy optimization
          by DPO (the direct preference optimization)       | DPO  | the direct preference optimization
          by LLMs (large language models, all of them)      | LLM  | large language model
          """)
  void a_definition_is_found(String text, String shortForm, String longForm) {
    String bare = longForm.replaceFirst("^the ", "");
    assertThat(DefinitionFinder.in(text)).containsExactly(new Definition(shortForm, bare));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a large model (see Figure 2)",
        "our results (ours) and (x, y)",
        "large language models (e.g., GPT-4)",
        "the agent (2) learns",
        "a small model (big)",
        "it ends. Reads longer (EL)",
        "the LLM agents (LLM)",
        "unrelated words (XYZ)",
        "modal language (ML-)(",
        "vision-language models (LM)",
        "a (A)",
        "() [] ( ) (((",
        "far too many words stand between these two forms here and so it is no good at all (FG)",
        "a thing (ABCDEFGHIJKL)",
      })
  void what_is_no_definition_is_left_alone(String text) {
    assertThat(DefinitionFinder.in(text)).isEmpty();
  }

  @Test
  void all_definitions_of_a_text_are_found_in_order_and_each_once() {
    assertThat(
            DefinitionFinder.in(
                "Reinforcement learning (RL) and direct preference optimization (DPO)."
                    + " Reinforcement Learning (RL) again; chain of thought (CoT)"))
        .containsExactly(
            new Definition("RL", "Reinforcement learning"),
            new Definition("DPO", "direct preference optimization"),
            new Definition("CoT", "chain of thought"));
  }

  @Test
  void a_long_form_is_the_same_in_every_writing() {
    assertThat(new Definition("MLLM", "Multi-modal Large Language Models").key())
        .isEqualTo(new Definition("MLLM", "multimodal large language model").key());
  }

  @Test
  void hostile_text_costs_no_more_than_its_length() {
    List<String> texts =
        List.of(
            "(".repeat(200_000),
            "()".repeat(100_000),
            "a (A1) ".repeat(40_000),
            "a".repeat(200_000) + " (AB) " + "b".repeat(200_000),
            "(" + "a ".repeat(100_000) + ")",
            "AAAAAAAAAA (" + "a ".repeat(90) + ") ",
            ("AAAAAAAAAA (" + "a-".repeat(90) + ") ").repeat(1_000),
            "\uD83D\uDE00 (\uD83D\uDE00A) \uD800(\uDC00B)".repeat(10_000));
    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> texts.forEach(DefinitionFinder::in));
  }
}
