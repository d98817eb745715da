package dev.paperboy.dump;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Dumps made in memory, and the text of which captures consist. */
final class Dumps {

  static final Instant SAVED = Instant.parse("2025-12-05T18:00:00Z");

  static final String HEAD =
      """
      new

      Get trending papers in your email inbox!

      Subscribe

      Daily Papers

      byAK and the research community

      Dec 5

      """;

  static final String PROSE =
      "We study a thing that nobody has studied, and we study it with care. The thing behaves in a"
          + " way that surprises us. Two experiments with 40 subjects each confirm the surprise."
          + " A third one does not, and we say why. Our material is public and easy to use.";

  private Dumps() {}

  static DumpFile file(String name, String text, Instant modified) {
    return new DumpFile(
        name, modified, text, DumpBytes.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  static DumpFile file(String text) {
    return file("dump", text, SAVED);
  }

  static DumpContent read(String text) throws RefusedDump {
    return new DumpReaders().read(file(text));
  }

  /** A paper as the page shows it. */
  static String paper(String title, String line, String date) {
    return title + "\n\n" + PROSE + "\n\n" + line + "\n·\n" + date + "\n\n";
  }

  /** A row of the JSON interface; quotes are written as single ones. */
  static String row(String paperFields, String outerFields) {
    return ("{'paper':{" + paperFields + "}" + outerFields + "}").replace('\'', '"');
  }
}
