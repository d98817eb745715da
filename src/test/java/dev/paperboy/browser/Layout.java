package dev.paperboy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Where the words of a page stand, in CSS pixels.
 *
 * @param viewport the width there is
 * @param width the width that the page takes
 * @param height the same for its height
 * @param words every run of text that is shown, in order
 */
public record Layout(int viewport, int width, int height, List<Words> words) {

  public Layout {
    words = List.copyOf(words);
  }

  /**
   * A run of text within one element.
   *
   * @param element the name of the next element around it that is a block or a heading
   * @param left how far from the left edge it begins
   * @param right how far from the left edge it ends
   * @param contrast of its colour to the ground behind it, by WCAG 2.1
   * @param size of its letters
   * @param uncovered whether nothing lies upon it
   */
  public record Words(
      String text,
      String element,
      double left,
      double right,
      double contrast,
      double size,
      boolean uncovered) {}

  /** What people read without effort, in CSS pixels. */
  private static final double SMALLEST = 13;

  /** Words come no nearer to the edges of the screen. */
  private static final double MARGIN = 12;

  /** Fails unless all words stand within the screen, uncovered, large and strong enough to read. */
  public void assertReadable() {
    assertThat(width).as("width").isEqualTo(viewport);
    assertThat(words)
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.left()).as("left").isGreaterThanOrEqualTo(MARGIN);
              assertThat(each.right()).as("right").isLessThanOrEqualTo(viewport - MARGIN);
              assertThat(each.contrast()).as("contrast").isGreaterThanOrEqualTo(4.5);
              assertThat(each.size()).as("size").isGreaterThanOrEqualTo(SMALLEST);
              assertThat(each.uncovered()).as("uncovered").isTrue();
            });
  }

  static Layout of(Tab tab) {
    JsonNode measured = tab.run(script());
    try {
      return DevTools.JSON.treeToValue(measured, Layout.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script() {
    try (InputStream in = Layout.class.getResourceAsStream("layout.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
