package dev.paperboy.template;

import dev.paperboy.template.TemplateFiles.Source;
import dev.paperboy.yaml.Problem;
import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads YAML files beside the templates; keeps what is wrong in them until all are read. */
final class YamlFiles {

  private static final YamlReader YAML = new YamlReader(64 * 1024, "language");

  private final TemplateFiles files;
  private final List<String> reports = new ArrayList<>();

  YamlFiles(Path folder) {
    this.files = new TemplateFiles(folder);
  }

  /** What the operator's file says, if there is one. */
  <T> Optional<T> own(String name, Function<YamlMap, T> reading) {
    return files.own(name).flatMap(source -> read(source, reading));
  }

  /** What the program's file says, if there is one. */
  <T> Optional<T> shipped(String name, Function<YamlMap, T> reading) {
    return TemplateFiles.shipped(name).flatMap(source -> read(source, reading));
  }

  /** Whether the operator has such a file. */
  boolean hasOwn(String name) {
    return files.own(name).isPresent();
  }

  /** Where the operator's file would be. */
  Path place(String name) {
    return files.folder().resolve(name);
  }

  void report(String problem) {
    reports.add(problem);
  }

  /**
   * To be called when all is read.
   *
   * @throws BrokenTemplate with every problem
   */
  void refuseBroken() {
    if (!reports.isEmpty()) {
      throw new BrokenTemplate(String.join("%n%n".formatted(), reports));
    }
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
