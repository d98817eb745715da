package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleKeyTest {

  @Test
  void typesetting_does_not_change_the_key() {
    assertThat(TitleKey.of("$R^2$-Tuning: Fast  {\\em and} Good"))
        .isEqualTo(TitleKey.of("R²-tuning -- fast and good"))
        .isEqualTo("r2tuningfastandgood");
  }

  @Test
  void other_alphabets_count() {
    assertThat(TitleKey.of("Über 学習")).isEqualTo("über学習");
  }

  @Test
  void a_title_of_symbols_alone_has_a_key_of_its_own() {
    assertThat(TitleKey.of("?!")).startsWith("symbols-").isNotEqualTo(TitleKey.of("!?"));
    assertThat(TitleKey.of(" ?! ")).isEqualTo(TitleKey.of("?!"));
    assertThat(TitleKey.of("")).startsWith("symbols-");
  }
}
