package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.Config;
import dev.paperboy.app.ConfigReader;
import dev.paperboy.app.WrongConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --config}, which may stand before or after any command, and what is opened with it. */
final class ConfigOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The config file; config.yml beside the program where not given.")
  private @Nullable Path file;

  Config read() throws WrongConfig {
    if (file != null) {
      return ConfigReader.read(file, System.getenv());
    }
    Path usual = home().resolve("config.yml");
    return Files.exists(usual)
        ? ConfigReader.read(usual, System.getenv())
        : ConfigReader.read("", usual, System.getenv());
  }

  Application open() throws WrongConfig {
    return Application.open(read(), Clock.systemUTC());
  }

  /** The folder of the program: what stands in it is found without being named. */
  static Path home() {
    return Path.of(System.getProperty("paperboy.home", "")).toAbsolutePath().normalize();
  }
}
