package dev.paperboy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourTest {

  @Test
  void contrast_is_that_of_the_web_content_guidelines() {
    assertThat(colour("#000").contrast(colour("white"))).isCloseTo(21, within(0.001));
    assertThat(colour("#767676").contrast(colour("#fff"))).isCloseTo(4.54, within(0.005));
    assertThat(colour("#777777").contrast(colour("#ffffff"))).isCloseTo(4.48, within(0.005));
    assertThat(colour("#fff").contrast(colour("#777"))).isCloseTo(4.48, within(0.005));
  }

  @Test
  void inverting_keeps_the_hue_and_turns_the_lightness_around() {
    assertThat(colour("#000000").inverted()).isEqualTo(Colour.WHITE);
    assertThat(colour("#800000").inverted()).isEqualTo(colour("#ff7f7f"));
    assertThat(colour("#9a3412").inverted().inverted()).isEqualTo(colour("#9a3412"));
  }

  @Test
  void colours_are_read_in_several_forms() {
    assertThat(colour("rgb(1, 20,255)")).isEqualTo(colour("#0114FF"));
    assertThat(colour(" Navy ")).isEqualTo(colour("#000080"));
    assertThat(Colour.parse("transparent")).isEmpty();
    assertThat(Colour.parse("#12345")).isEmpty();
    assertThat(Colour.parse("")).isEmpty();
  }

  private static Colour colour(String css) {
    return Colour.parse(css).orElseThrow();
  }
}
