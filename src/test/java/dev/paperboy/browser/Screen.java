package dev.paperboy.browser;

import java.util.List;

/**
 * What a page is looked at on.
 *
 * @param width in CSS pixels
 * @param dark whether its owner prefers dark colours
 * @param sharpness pixels of the picture for one CSS pixel
 */
public record Screen(int width, boolean dark, int sharpness) {

  /** A phone and a desk, by day and by night. */
  public static final List<Screen> ALL = List.of(light(360), dark(360), light(800), dark(800));

  /** Narrower ones are held in the hand. */
  private static final int TABLET = 600;

  public static Screen light(int width) {
    return new Screen(width, false, 1);
  }

  public static Screen dark(int width) {
    return new Screen(width, true, 1);
  }

  /** The same with more pixels in a picture. */
  public Screen sharp(int pixels) {
    return new Screen(width, dark, pixels);
  }

  /** Whether it goes by the page's viewport, as phones do. */
  boolean mobile() {
    return width < TABLET;
  }

  String scheme() {
    return dark ? "dark" : "light";
  }

  /** For the name of a file: {@code 360-dark}. */
  @Override
  public String toString() {
    return width + "-" + scheme();
  }
}
