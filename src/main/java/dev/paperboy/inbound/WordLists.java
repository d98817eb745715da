package dev.paperboy.inbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of words that stand beside this package's classes; {@code #} begins a comment. */
final class WordLists {

  private WordLists() {}

  static List<String> lines(String name) {
    InputStream file = WordLists.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("the program lacks its file " + name);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
