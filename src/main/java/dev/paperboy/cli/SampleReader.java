package dev.paperboy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody invented, for the demo.
 *
 * @param email at a domain that is reserved for examples (RFC 2606)
 * @param interests the YAML document
 */
record SampleReader(String email, String interests) {

  private static final String SAMPLE_DUMP = "2025-12-05.txt";

  static final List<SampleReader> ALL =
      List.of(read("ada"), read("ben"), read("chiara"), read("dmitri"));

  /** The sample dump, as a file in this folder. */
  static Path sampleDump(Path folder) {
    Path file = folder.resolve(SAMPLE_DUMP);
    try {
      Files.writeString(file, resource("/demo/" + SAMPLE_DUMP));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleReader read(String name) {
    return new SampleReader(name + "@example.org", resource("/demo/readers/" + name + ".yml"));
  }

  private static String resource(String path) {
    try (InputStream in = SampleReader.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
