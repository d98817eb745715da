package dev.paperboy.cli;

import dev.paperboy.lint.Finding;
import dev.paperboy.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what the linter found, the worse first. */
record LintLines(Console console) {

  void print(List<Finding> findings) {
    if (findings.isEmpty()) {
      console.say("No findings.");
      return;
    }
    Map<Severity, List<Finding>> bySeverity =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::severity, TreeMap::new, Collectors.toList()));
    bySeverity.forEach(
        (severity, those) -> {
          console.say(severity.name());
          those.forEach(finding -> console.say("  %-3s  %s", finding.rule(), finding.message()));
        });
  }
}
