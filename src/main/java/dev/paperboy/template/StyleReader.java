package dev.paperboy.template;

import dev.paperboy.yaml.YamlMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code mail.yml} and the language files; every problem of all of them at once. */
final class StyleReader {

  private final YamlFiles files;

  StyleReader(YamlFiles files) {
    this.files = files;
  }

  /**
   * The style as the files have it now.
   *
   * @param language instead of the one in the settings; null for that one
   * @throws BrokenTemplate if something is wrong in a file
   */
  MailStyle read(@Nullable String language) {
    Texts english = ShippedTexts.english();
    MailSettings settings =
        files
            .own(MailSettings.FILE, document -> MailSettings.read(document, english))
            .orElseGet(() -> MailSettings.read(YamlMap.NONE, english));
    Texts texts = texts(language == null ? settings.language() : language, english);
    files.refuseBroken();
    Map<String, Text> all = new HashMap<>();
    texts.copyTo(all);
    all.putAll(settings.texts());
    return new MailStyle(new Texts(texts.language(), all), settings.look(), settings.footer());
  }

  private Texts texts(String language, Texts english) {
    String file = file(language);
    Optional<Texts> shipped = ShippedTexts.find(language);
    if (shipped.isEmpty() && !files.hasOwn(file)) {
      files.report(
          "There is no language \"%s\": write %s like languages/en.yml first, or use en or de."
              .formatted(language, files.place(file)));
    }
    Texts before = shipped.orElseGet(() -> english.startOf(language));
    return files
        .own(file, document -> new LanguageReader(document, english).read(before))
        .orElse(before);
  }

  /** The name of the file with the texts of this language. */
  static String file(String language) {
    return "languages/" + language + ".yml";
  }
}
