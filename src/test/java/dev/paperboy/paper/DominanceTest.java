package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DominanceTest {

  @Test
  void one_paper_alone_teaches_no_abbreviation() {
    assertThat(kept(Map.of(def("RL", "reinforcement learning"), 1))).isEmpty();
    assertThat(kept(Map.of(def("RL", "reinforcement learning"), 2)))
        .containsExactly(new Abbreviation("RL", "reinforcement learning", 2));
  }

  @Test
  void a_short_form_with_two_common_meanings_is_left_out() {
    Map<Definition, Integer> speechAndAttacks =
        Map.of(def("ASR", "automatic speech recognition"), 6, def("ASR", "attack success rate"), 2);
    assertThat(kept(speechAndAttacks)).isEmpty();
  }

  @Test
  void a_rare_other_meaning_does_not_count() {
    assertThat(kept(Map.of(def("FM", "foundation model"), 4, def("FM", "frequency modulation"), 1)))
        .containsExactly(new Abbreviation("FM", "foundation model", 4));
    assertThat(kept(Map.of(def("FM", "foundation model"), 3, def("FM", "frequency modulation"), 1)))
        .isEmpty();
  }

  @Test
  void more_words_after_the_usual_ones_are_the_same_meaning() {
    assertThat(
            kept(
                Map.of(
                    def("CoT", "chain of thought"),
                    3,
                    def("CoT", "chain of thought reasoning"),
                    2)))
        .containsExactly(new Abbreviation("CoT", "chain of thought", 3));
  }

  @Test
  void writings_of_one_long_form_count_together_and_the_usual_one_is_shown() {
    assertThat(
            kept(
                Map.of(
                    def("SFT", "Supervised Finetuning"), 1,
                    def("SFT", "supervised fine-tuning"), 3,
                    def("SFT", "Supervised Fine Tuning"), 2)))
        .containsExactly(new Abbreviation("SFT", "supervised fine-tuning", 6));
  }

  @Test
  void short_forms_differ_by_letter_case_and_the_most_used_comes_first() {
    Abbreviations kept =
        Dominance.among(
            Map.of(
                def("MAP", "maximum a posteriori"), 2,
                def("mAP", "mean average precision"), 5,
                def("DPO", "direct preference optimization"), 2));
    assertThat(kept.all()).extracting(Abbreviation::shortForm).containsExactly("mAP", "DPO", "MAP");
    assertThat(kept.standingFor("map")).isEmpty();
    assertThat(kept.standingFor("MAP"))
        .map(Abbreviation::longForm)
        .contains("maximum a posteriori");
  }

  @Test
  void a_long_form_is_looked_up_in_every_writing() {
    Abbreviations kept = Dominance.among(Map.of(def("MLLM", "multimodal large language model"), 2));
    for (String writing :
        List.of("multimodal large language models", "Multi-modal Large Language Model")) {
      assertThat(kept.ofLongForm(Abbreviations.key(writing)))
          .as(writing)
          .extracting(Abbreviation::shortForm)
          .containsExactly("MLLM");
    }
    assertThat(kept.ofLongForm(Abbreviations.key("large language model"))).isEmpty();
  }

  private static List<Abbreviation> kept(Map<Definition, Integer> papersByDefinition) {
    return Dominance.among(papersByDefinition).all();
  }

  private static Definition def(String shortForm, String longForm) {
    return new Definition(shortForm, longForm);
  }
}
