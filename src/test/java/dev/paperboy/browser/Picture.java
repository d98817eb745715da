package dev.paperboy.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a browser shows, in pixels. */
public final class Picture {

  private static final int MOST_COLOURS = 256;

  private final BufferedImage image;

  private Picture(BufferedImage image) {
    this.image = image;
  }

  static Picture of(byte[] png) {
    try {
      return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** The colour of a pixel, {@code 0xrrggbb}. */
  public int colour(int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  /** The upper part, so many pixels high. */
  public Picture top(int pixels) {
    return new Picture(image.getSubimage(0, 0, width(), Math.min(pixels, height())));
  }

  /**
   * The same in the 256 colours it uses most, any other as the nearest of these: words on a plain
   * ground look no different, and the file is a third of the size.
   */
  public Picture inFewColours() {
    Map<Integer, Integer> count = new HashMap<>();
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        count.merge(colour(x, y), 1, Integer::sum);
      }
    }
    List<Integer> colours =
        count.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] table = colours.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model = new IndexColorModel(8, table.length, table, 0, false, -1, 0);
    BufferedImage few =
        new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        int index = nearest.computeIfAbsent(colour(x, y), colour -> nearest(colour, table));
        few.getRaster().setSample(x, y, 0, index);
      }
    }
    return new Picture(few);
  }

  private static int nearest(int colour, int[] table) {
    int best = 0;
    for (int i = 1; i < table.length; i++) {
      if (distance(colour, table[i]) < distance(colour, table[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }

  /** As a file in the format PNG. */
  public byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes it; folders that are missing are made. */
  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
