package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measurement of docs/decisions/0005-abbreviations.md. */
@Tag("full")
class VocabularyOnRealPapersTest {

  private static final int SPLITS = 20;

  private static List<Paper> papers = List.of();

  @BeforeAll
  static void read() throws IOException {
    papers = RealPapers.all();
  }

  @Test
  void abbreviations_everybody_knows_come_out_right() {
    Abbreviations learned = Vocabulary.of(papers).abbreviations();
    Map<String, String> known =
        Map.ofEntries(
            Map.entry("LLM", "large language model"),
            Map.entry("RL", "reinforcement learning"),
            Map.entry("VLM", "vision language model"),
            Map.entry("RAG", "retrieval augmented generation"),
            Map.entry("GRPO", "group relative policy optimization"),
            Map.entry("CoT", "chain of thought"),
            Map.entry("MLLM", "multimodal large language model"),
            Map.entry("DPO", "direct preference optimization"),
            Map.entry("PPO", "proximal policy optimization"),
            Map.entry("LoRA", "low rank adaptation"),
            Map.entry("MoE", "mixture of experts"),
            Map.entry("SFT", "supervised fine tuning"),
            Map.entry("VLA", "vision language action"),
            Map.entry("T2V", "text to video"));
    known.forEach(
        (shortForm, longForm) ->
            assertThat(learned.standingFor(shortForm))
                .as(shortForm)
                .hasValueSatisfying(
                    found ->
                        assertThat(new Definition(shortForm, found.longForm()).key())
                            .isEqualTo(new Definition(shortForm, longForm).key())));
    assertThat(learned.all()).hasSizeBetween(70, 110);
  }

  @Test
  void short_forms_of_several_things_are_left_out() {
    Abbreviations learned = Vocabulary.of(papers).abbreviations();
    for (String shortForm : List.of("ASR", "SAM", "SVD", "LVLM", "CL", "US", "IT", "CAN")) {
      assertThat(learned.standingFor(shortForm)).as(shortForm).isEmpty();
    }
  }

  @Test
  void what_half_of_the_papers_teach_holds_in_the_other_half() {
    int right = 0;
    int wrong = 0;
    for (int seed = 0; seed < SPLITS; seed++) {
      Random random = new Random(seed);
      List<Paper> half = new ArrayList<>();
      List<Paper> others = new ArrayList<>();
      papers.forEach(paper -> (random.nextBoolean() ? half : others).add(paper));
      Abbreviations learned = Vocabulary.of(half).abbreviations();
      for (Definition definition : definitions(others)) {
        Abbreviation kept = learned.standingFor(definition.shortForm()).orElse(null);
        if (kept != null) {
          String key = new Definition(kept.shortForm(), kept.longForm()).key();
          boolean agrees = definition.key().startsWith(key);
          right += agrees ? 1 : 0;
          wrong += agrees ? 0 : 1;
        }
      }
    }
    assertThat(right).isGreaterThan(SPLITS * 300);
    assertThat((double) right / (right + wrong))
        .as("%d definitions agree, %d do not", right, wrong)
        .isGreaterThan(0.96);
  }

  private static List<Definition> definitions(List<Paper> papers) {
    return papers.stream()
        .flatMap(paper -> DefinitionFinder.in(paper.abstractText()).stream())
        .toList();
  }
}
