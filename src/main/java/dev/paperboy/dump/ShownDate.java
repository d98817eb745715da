package dev.paperboy.dump;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as the page shows it; the year is left out while it is the current one.
 *
 * @param year 0 where the page shows none
 * @param comments the number right after the date; 0 where there is none
 */
record ShownDate(int month, int day, int year, int comments) {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? "
              + "(?<day>\\d{1,2})(?:, (?<year>(?:19|20)\\d{2}))?(?: +(?<comments>\\d{1,9}))?",
          Pattern.CASE_INSENSITIVE);

  /** Reads a line that is a date and nothing else, but for the number of comments. */
  static Optional<ShownDate> of(String line) {
    Matcher matcher = DATE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String month = matcher.group("month").toLowerCase(Locale.ROOT);
    ShownDate date =
        new ShownDate(
            MONTHS.indexOf(month) + 1,
            number(matcher.group("day")),
            number(matcher.group("year")),
            number(matcher.group("comments")));
    return date.in(2024).isPresent() ? Optional.of(date) : Optional.empty();
  }

  boolean hasYear() {
    return year > 0;
  }

  /** This day in the year; empty for 29 February in most years. */
  Optional<LocalDate> in(int otherYear) {
    try {
      return Optional.of(LocalDate.of(otherYear, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As shown, without the comments. */
  String words() {
    String name = MONTHS.get(month - 1);
    String shown = Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + day;
    return hasYear() ? shown + ", " + year : shown;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
