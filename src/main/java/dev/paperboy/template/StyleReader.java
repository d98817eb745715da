package dev.paperboy.template;

import dev.paperboy.template.TemplateFiles.Source;
import dev.paperboy.yaml.Problem;
import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code mail.yml} and the language files; every problem of all of them at once. */
final class StyleReader {

  private static final String ENGLISH = "en";
  private static final YamlReader YAML = new YamlReader(64 * 1024, "language");

  private final TemplateFiles files;
  private final List<String> reports = new ArrayList<>();

  StyleReader(TemplateFiles files) {
    this.files = files;
  }

  /**
   * The style as the files have it now.
   *
   * @param language instead of the one in the settings; null for that one
   * @throws BrokenTemplate if something is wrong in a file
   */
  MailStyle read(@Nullable String language) {
    Texts english = shipped(ENGLISH, null, null).orElseThrow();
    MailSettings settings =
        files
            .own(MailSettings.FILE)
            .flatMap(source -> read(source, document -> MailSettings.read(document, english)))
            .orElseGet(() -> MailSettings.read(YamlMap.NONE, english));
    Texts texts = texts(language == null ? settings.language() : language, english);
    if (!reports.isEmpty()) {
      throw new BrokenTemplate(String.join("%n%n".formatted(), reports));
    }
    Map<String, Text> all = new HashMap<>();
    texts.copyTo(all);
    all.putAll(settings.texts());
    return new MailStyle(new Texts(texts.language(), all), settings.look(), settings.footer());
  }

  private Texts texts(String language, Texts english) {
    String file = file(language);
    Optional<Texts> shipped =
        language.equals(ENGLISH) ? Optional.of(english) : shipped(language, english, english);
    Optional<Source> own = files.own(file);
    if (own.isEmpty() && shipped.isEmpty()) {
      reports.add(
          "There is no language \"%s\": write %s like languages/en.yml first, or use en or de."
              .formatted(language, files.folder().resolve(file)));
    }
    Texts before = shipped.orElseGet(() -> english.startOf(language));
    return own.flatMap(
            source -> read(source, document -> new LanguageReader(document, english).read(before)))
        .orElse(before);
  }

  private Optional<Texts> shipped(
      String language, @Nullable Texts english, @Nullable Texts before) {
    return TemplateFiles.shipped(file(language))
        .flatMap(
            source -> read(source, document -> new LanguageReader(document, english).read(before)));
  }

  private static String file(String language) {
    return "languages/" + language + ".yml";
  }

  private <T> Optional<T> read(Source source, Function<YamlMap, T> reading) {
    Problems problems = new Problems(source.text());
    Optional<T> read = YAML.read(source.text(), problems).map(reading);
    if (!problems.isEmpty()) {
      reports.add(Problem.report(source.name(), problems.list()));
    }
    return read;
  }
}
