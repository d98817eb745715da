package dev.paperboy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionIT {

  @TempDir Path folder;

  @Test
  void the_program_states_the_version_of_the_pom() throws IOException, InterruptedException {
    PaperboyProcess process = PaperboyProcess.start(folder, "--version");

    assertThat(process.exitCode()).isZero();
    String version = process.output().strip().replace("Paperboy ", "");
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>paperboy</artifactId>\n  <version>" + version + "</version>");
  }
}
