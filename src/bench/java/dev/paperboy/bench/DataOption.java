package dev.paperboy.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the real papers are; every area needs them. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "../shared/data",
      description = "folder with captures/ and daily_papers_json/ (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("../shared/data");

  Path folder() {
    return folder;
  }

  RealPapers papers() {
    return RealPapers.in(folder);
  }
}
