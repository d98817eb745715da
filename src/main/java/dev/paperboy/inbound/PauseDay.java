package dev.paperboy.inbound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the day until which a pause is to last, as people write days in English and German. */
public final class PauseDay {

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\.? ?(\\d{4})?");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu)(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?(\\p{L}{3,9})\\.?,? ?(\\d{4})?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?iu)(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ?(\\d{4})?");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?iu)(\\d{1,3}|an?|one|eine?n?|two|zwei|three|drei) ?"
              + "(days?|tagen?|tage?|weeks?|wochen?|months?|monate?n?)");

  private static final List<String> MONTHS =
      List.of(
          "jan",
          "feb",
          "mar mär maer",
          "apr",
          "may mai",
          "jun",
          "jul",
          "aug",
          "sep",
          "oct okt",
          "nov",
          "dec dez");

  private PauseDay() {}

  /** The day, after today and within two years; empty if it cannot be read or is none. */
  public static Optional<LocalDate> read(String text, LocalDate today) {
    try {
      return day(text.strip(), today)
          .filter(day -> day.isAfter(today) && day.isBefore(today.plusYears(2)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text, LocalDate today) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
    }
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return Optional.of(next(number(dotted, 1), number(dotted, 2), dotted.group(3), today));
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return Optional.of(after(count(span.group(1)), span.group(2), today));
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return month(named.group(2)).map(m -> next(number(named, 1), m, named.group(3), today));
    }
    Matcher first = MONTH_FIRST.matcher(text);
    return first.matches()
        ? month(first.group(1)).map(m -> next(number(first, 2), m, first.group(3), today))
        : Optional.empty();
  }

  private static LocalDate next(int day, int month, @Nullable String year, LocalDate today) {
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), month, day);
    }
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    return thisYear.isAfter(today) ? thisYear : LocalDate.of(today.getYear() + 1, month, day);
  }

  private static LocalDate after(int count, String unit, LocalDate today) {
    return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
      case 'd', 't' -> today.plusDays(count);
      case 'w' -> today.plusWeeks(count);
      default -> today.plusMonths(count);
    };
  }

  private static int count(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "a", "an", "one", "ein", "eine", "einen" -> 1;
      case "two", "zwei" -> 2;
      case "three", "drei" -> 3;
      default -> Integer.parseInt(word);
    };
  }

  private static Optional<Integer> month(String name) {
    String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (List.of(MONTHS.get(i).split(" ")).contains(start)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
