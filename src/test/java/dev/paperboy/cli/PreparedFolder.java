package dev.paperboy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder with a Paperboy that has done something, for tests that each go on from a copy. */
record PreparedFolder(Path folder) {

  /** Puts all of it into an empty folder. */
  void copyTo(Path empty) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = empty.resolve(folder.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }
}
