package dev.paperboy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsPrinter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}. */
class ArchitectureTest {

  private static final String ROOT = "dev.paperboy";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("yaml", Set.of("text")),
          Map.entry("text", Set.of()),
          Map.entry("store", Set.of()),
          Map.entry("mail", Set.of()),
          Map.entry("lint", Set.of("mail")),
          Map.entry("interest", Set.of("yaml", "text")),
          Map.entry("template", Set.of("yaml", "text", "mail")),
          Map.entry("paper", Set.of("store", "text")),
          Map.entry("dump", Set.of("paper", "store")),
          Map.entry("match", Set.of("paper", "interest", "text")),
          Map.entry("search", Set.of("paper", "match", "interest", "text")),
          Map.entry("outbox", Set.of("mail", "store")),
          Map.entry("subscriber", Set.of("yaml", "interest", "mail", "store")),
          Map.entry(
              "inbound", Set.of("interest", "notice", "subscriber", "mail", "outbox", "store")),
          Map.entry(
              "notice",
              Set.of(
                  "template",
                  "yaml",
                  "paper",
                  "text",
                  "interest",
                  "match",
                  "subscriber",
                  "mail",
                  "outbox",
                  "store")),
          Map.entry(
              "digest",
              Set.of(
                  "template",
                  "text",
                  "paper",
                  "interest",
                  "match",
                  "subscriber",
                  "mail",
                  "outbox",
                  "store")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packages_use_only_what_the_table_allows() {
    Map<String, Set<String>> forbidden = new TreeMap<>();
    for (JavaPackage room : CLASSES.getPackage(ROOT).getSubpackages()) {
      Set<String> allowed = MAY_USE.get(room.getRelativeName());
      if (allowed != null) {
        Set<String> used = new TreeSet<>(roomsUsedBy(room));
        used.removeAll(allowed);
        if (!used.isEmpty()) {
          forbidden.put(room.getRelativeName(), used);
        }
      }
    }
    Assertions.assertThat(forbidden).isEmpty();
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What a reader wrote is stored as it is; printing it anew would lose the comments. */
  @Test
  void no_document_of_a_reader_is_printed_anew() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".interest")
        .should()
        .callMethod(InterestsPrinter.class, "print", Interests.class)
        .check(CLASSES);
  }

  private static Set<String> roomsUsedBy(JavaPackage room) {
    return room.getClassDependenciesFromThisPackage().stream()
        .map(dependency -> dependency.getTargetClass().getPackageName())
        .filter(name -> name.startsWith(ROOT + "."))
        .map(name -> name.substring(ROOT.length() + 1))
        .filter(name -> !name.equals(room.getRelativeName()))
        .collect(Collectors.toSet());
  }
}
