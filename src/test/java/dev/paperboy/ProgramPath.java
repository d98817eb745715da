package dev.paperboy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks programs of this machine up on the {@code PATH}, as a shell does. */
public final class ProgramPath {

  private ProgramPath() {}

  /** The first of these programs that is installed; the order of the names decides. */
  public static Optional<Path> find(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(each -> Path.of(each, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
