package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Markdown of the documentation: its tables, its links, and the form of the changelog. */
class MarkdownTest {

  private static final Pattern LINK = Pattern.compile("]\\(((?!https?:|mailto:)[^)\\s]+)\\)");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>paperboy</artifactId>\\s*<version>([^<]+)</version>");

  @TestFactory
  Stream<DynamicTest> every_table_begins_with_a_header() throws IOException {
    return pages()
        .map(page -> DynamicTest.dynamicTest(page.toString(), () -> assertTablesHaveHeaders(page)));
  }

  /** A line that is empty cuts a table in two, and the second half has no header. */
  private static void assertTablesHaveHeaders(Path page) throws IOException {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(Files.readAllLines(page));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("|") && !lines.get(i - 1).startsWith("|")) {
        assertThat(lines).as("after line " + i).hasSizeGreaterThan(i + 1);
        assertThat(lines.get(i + 1)).as("line " + (i + 1)).matches("\\|[-:| ]+\\|");
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> every_link_between_pages_leads_somewhere() throws IOException {
    return pages()
        .flatMap(MarkdownTest::links)
        .map(
            link ->
                DynamicTest.dynamicTest(
                    link.from() + " -> " + link.to(), () -> assertLeadsSomewhere(link)));
  }

  private record Link(Path from, String to) {}

  private static Stream<Link> links(Path page) {
    try {
      return LINK.matcher(Files.readString(page))
          .results()
          .map(found -> new Link(page, found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertLeadsSomewhere(Link link) throws IOException {
    String file = link.to().replaceFirst("#.*", "");
    Path target = file.isEmpty() ? link.from() : link.from().resolveSibling(file).normalize();
    assertThat(target).exists();
    if (link.to().contains("#")) {
      assertThat(anchors(target)).contains(link.to().replaceFirst(".*#", ""));
    }
  }

  /** The names that GitHub gives to headings. */
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void the_changelog_has_one_line_for_each_change_and_a_section_for_this_version()
      throws IOException {
    List<String> lines = Files.readAllLines(Path.of("CHANGELOG.md"));
    String version =
        VERSION
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    List<String> versions = lines.stream().filter(line -> line.startsWith("## ")).toList();
    assertThat(versions.get(0)).isEqualTo("## Unreleased");
    assertThat(versions.get(1)).matches("## " + Pattern.quote(version) + " - \\d{4}-\\d\\d-\\d\\d");
    assertThat(lines.subList(lines.indexOf(versions.get(0)), lines.size()))
        .allMatch(
            line -> line.matches("|## .+|### (Added|Changed|Fixed)|- [A-Z`].*\\."),
            "is a heading or a change in one line");
  }

  /** What people read, at the top level and in docs. */
  private static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "docs/decisions")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages.stream().sorted();
  }
}
