package dev.paperboy.dump;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date people put in a file's name: {@code 2025-12-05.txt}, {@code papers_20251205.json}. */
final class DateInName {

  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(20\\d{2})([-_.]?)(\\d{2})\\2(\\d{2})(?!\\d)");

  private DateInName() {}

  static Optional<LocalDate> of(String fileName) {
    Matcher matcher = DATE.matcher(fileName);
    while (matcher.find()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4))));
      } catch (DateTimeException e) {
        // Digits that are no date, such as a serial number: there may be more.
      }
    }
    return Optional.empty();
  }
}
