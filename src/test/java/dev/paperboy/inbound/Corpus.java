package dev.paperboy.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails in {@code src/test/resources/inbound}; an octet is a character. */
final class Corpus {

  private static final Path FOLDER = Path.of("src/test/resources/inbound");

  private Corpus() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.eml$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String mail(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".eml"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mail as a report about the delivery of that number. */
  static String about(long delivery, String name) {
    return mail(name)
        .replace("b-1-seal1", "b-" + Long.toString(delivery, 36) + "-seal" + delivery)
        .replace("<digest-1@", "<digest-" + delivery + "@")
        .replace("4R1@", "4R" + delivery + "@");
  }

  static byte[] octets(String mail) {
    return mail.getBytes(StandardCharsets.ISO_8859_1);
  }
}
