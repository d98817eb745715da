package dev.paperboy.cli;

import dev.paperboy.interest.InterestsPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interests document from a file, from standard input, or made of plain words. */
final class InterestsInput {

  private InterestsInput() {}

  static String read(@Nullable String file, List<String> terms) {
    if (file != null && !terms.isEmpty()) {
      throw new WrongUse("Give either a file or --interest, not both.");
    }
    if (file != null) {
      return file.equals("-") ? standardInput() : fileText(Path.of(file));
    }
    if (terms.isEmpty()) {
      throw new WrongUse(
          "What are the interests? Give a YAML file, or --interest \"words to look for\".");
    }
    return new InterestsPrinter().starter(terms);
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileText(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new WrongUse("There is no file " + file);
    } catch (MalformedInputException e) {
      throw new WrongUse(file + " is not UTF-8 text. Save it as UTF-8 and try again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
