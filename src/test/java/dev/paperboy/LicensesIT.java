package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The licenses in the packaged jar: Paperboy's own, and those of every bundled library. */
class LicensesIT {

  private static final String TEXTS = "META-INF/licenses/";
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^([^:\\s]+):([^:\\s]+)(?::(\\S+))? \\(([^)]+)\\)");
  private static final Pattern POM =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  private JarFile jar;
  private List<Library> libraries;

  /**
   * One line of the list in the jar.
   *
   * @param version empty for a part of another library
   */
  private record Library(String group, String artifact, String version, List<String> licenses) {

    static Library of(MatchResult line) {
      return new Library(
          line.group(1),
          line.group(2),
          Objects.requireNonNullElse(line.group(3), ""),
          List.of(line.group(4).split(" or ")));
    }

    boolean isIn(String fileName) {
      return !version.isEmpty() && fileName.startsWith(artifact + "-" + version);
    }
  }

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile("target/paperboy.jar");
    String list = new String(read("META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
    libraries = LIBRARY.matcher(list).results().map(Library::of).toList();
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void the_jar_contains_the_license_of_paperboy() throws IOException {
    assertThat(read("META-INF/LICENSE")).isEqualTo(Files.readAllBytes(Path.of("LICENSE")));
  }

  @Test
  void every_bundled_library_is_listed() {
    Set<String> listed =
        libraries.stream()
            .map(library -> library.group() + ":" + library.artifact())
            .collect(Collectors.toSet());
    assertThat(listed).hasSizeGreaterThan(50);
    assertThat(bundled()).hasSizeGreaterThan(50).isSubsetOf(listed);
  }

  @Test
  void every_listed_library_has_a_license_text() {
    assertThat(libraries).allMatch(this::hasText, "has a license text");
  }

  @Test
  void every_license_and_notice_that_a_library_ships_is_in_the_jar() throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : List.of("LICENSE", "NOTICE")) {
      for (String ending : List.of("", ".txt", ".md")) {
        for (URL text : Collections.list(resources("META-INF/" + name + ending))) {
          found.addAll(assertIncluded(text, name + ending));
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(30);
  }

  /** Checks a text unless it belongs to a library that only the tests use. */
  private List<String> assertIncluded(URL text, String name) throws IOException {
    if (!(text.openConnection() instanceof JarURLConnection shipped)) {
      return List.of();
    }
    String fileName = Path.of(shipped.getJarFile().getName()).getFileName().toString();
    List<String> copies =
        libraries.stream()
            .filter(library -> library.isIn(fileName))
            .map(library -> TEXTS + library.artifact() + "/" + name)
            .toList();
    for (String copy : copies) {
      assertThat(jar.getEntry(copy)).as(copy).isNotNull();
      try (InputStream original = shipped.getInputStream()) {
        assertThat(read(copy)).as(copy).isEqualTo(original.readAllBytes());
      }
    }
    return copies;
  }

  private static Enumeration<URL> resources(String name) throws IOException {
    return LicensesIT.class.getClassLoader().getResources(name);
  }

  /** By the Maven descriptors in the jar, which most libraries have. */
  private Stream<String> bundled() {
    return jar.stream()
        .map(ZipEntry::getName)
        .map(POM::matcher)
        .filter(Matcher::matches)
        .map(pom -> pom.group(1) + ":" + pom.group(2))
        .filter(library -> !library.startsWith("dev.paperboy:"));
  }

  private boolean hasText(Library library) {
    return hasLicenseIn(library.artifact())
        || hasLicenseIn(library.group())
        || library.licenses().contains("Apache-2.0")
        || library.licenses().stream()
            .anyMatch(license -> jar.getEntry(TEXTS + license + ".txt") != null);
  }

  private boolean hasLicenseIn(String folder) {
    return jar.stream()
        .map(ZipEntry::getName)
        .anyMatch(name -> name.startsWith(TEXTS + folder + "/") && name.contains("LICENSE"));
  }

  private byte[] read(String entry) throws IOException {
    try (InputStream content = jar.getInputStream(jar.getEntry(entry))) {
      return content.readAllBytes();
    }
  }
}
