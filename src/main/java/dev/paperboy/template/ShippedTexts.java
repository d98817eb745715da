package dev.paperboy.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the mails in the program's own languages. No operator can change them, so that they
 * are read once for the process. Threads share it.
 */
final class ShippedTexts {

  private static final String ENGLISH = "en";

  private static final Map<String, Optional<Texts>> KNOWN = new ConcurrentHashMap<>();

  private ShippedTexts() {}

  /**
   * The English ones, which all others are compared with.
   *
   * @throws BrokenTemplate if something is wrong in the file
   */
  static Texts english() {
    return find(ENGLISH).orElseThrow();
  }

  /**
   * Those of a language; empty if the program has none.
   *
   * @throws BrokenTemplate if something is wrong in the file
   */
  static Optional<Texts> find(String language) {
    Optional<Texts> known = KNOWN.get(language);
    if (known == null) {
      known = read(language, language.equals(ENGLISH) ? null : english());
      KNOWN.put(language, known);
    }
    return known;
  }

  private static Optional<Texts> read(String language, @Nullable Texts english) {
    YamlFiles files = new YamlFiles(Path.of("no folder of an operator"));
    Optional<Texts> texts =
        files.shipped(
            StyleReader.file(language),
            document -> new LanguageReader(document, english).read(english));
    files.refuseBroken();
    return texts;
  }
}
