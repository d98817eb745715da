package dev.paperboy.inbound;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the day until which a pause is to last, as people write days in English and German. */
public final class PauseDay {

  private static final int LONGEST = 80;

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t[\\d:]{1,8}z?)?");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})[.-] ?(\\d{1,2})[.-]? ?(\\d{4}|\\d{2})?");

  /** With slashes nobody knows which comes first, unless one of them is no month. */
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?");

  private static final Pattern NAMED =
      Pattern.compile(
          "(\\d{1,2})(?:\\.|st|nd|rd|th)?[ -]?(?:of )?(\\p{L}{3,9})\\.?,?[ -]?(\\d{4})?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:\\.|st|nd|rd|th)?,? ?(\\d{4})?");
  private static final Pattern MONTH_ALONE =
      Pattern.compile(
          "(?:(end of|ende|the end of|beginning of|anfang|mid|mitte) )?(\\p{L}{3,9})\\.?,?"
              + " ?(\\d{4})?");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:in |for |für |the next |next |die nächsten |nächsten )?(\\d{1,3}|\\p{L}{1,7}) ?"
              + "(days?|tagen?|tage?|weeks?|wochen?|months?|monate?n?|fortnight)");
  private static final Pattern NEXT =
      Pattern.compile("(?:next|nächster?n?|kommenden?r?) (week|woche|month|monat|year|jahr)");

  /** What may stand before a day, or behind it, and says no more. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^(?:(?:until|till|bis|zum|on|am|the|den|dem|der|inklusive|including|einschließlich)"
              + " )++|,? ?\\((?:inclusive|inkl\\.?|incl\\.?)\\)$|,? (?:inclusive|einschließlich|inklusive)$");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "^(?:(?:next|this|coming|nächste[nr]?|kommende[nr]?|diese[nr]?) )?"
              + "(mon(?:day|tag)?|mo|tue(?:s|sday)?|di(?:enstag)?|wed(?:nesday)?|mi(?:ttwoch)?"
              + "|thu(?:rs|rsday)?|do(?:nnerstag)?|fri(?:day)?|fr(?:eitag)?|sat(?:urday)?"
              + "|sa(?:mstag)?|sonnabend|sun(?:day)?|so(?:nntag)?)\\b\\.?,? ?(?:the |den |dem )?");

  private static final List<String> MONTHS =
      List.of(
          "jan jän january januar jänner",
          "feb february februar",
          "mar mär maer mrz march märz maerz",
          "apr april",
          "may mai",
          "jun june juni",
          "jul july juli",
          "aug august",
          "sep sept september",
          "oct okt october oktober",
          "nov november",
          "dec dez december dezember");

  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.ofEntries(
          Map.entry("mo", DayOfWeek.MONDAY),
          Map.entry("tu", DayOfWeek.TUESDAY),
          Map.entry("di", DayOfWeek.TUESDAY),
          Map.entry("we", DayOfWeek.WEDNESDAY),
          Map.entry("mi", DayOfWeek.WEDNESDAY),
          Map.entry("th", DayOfWeek.THURSDAY),
          Map.entry("do", DayOfWeek.THURSDAY),
          Map.entry("fr", DayOfWeek.FRIDAY),
          Map.entry("sa", DayOfWeek.SATURDAY),
          Map.entry("su", DayOfWeek.SUNDAY),
          Map.entry("so", DayOfWeek.SUNDAY));

  private static final List<String> NUMBERS =
      List.of(
          "",
          "a an one ein eine einen einer",
          "two zwei",
          "three drei",
          "four vier",
          "five fünf",
          "six sechs",
          "seven sieben",
          "eight acht",
          "nine neun",
          "ten zehn",
          "eleven elf",
          "twelve zwölf");

  private PauseDay() {}

  /** The day, after today and within two years; empty if it cannot be read or is none. */
  public static Optional<LocalDate> read(String text, LocalDate today) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    try {
      return day(AROUND.matcher(plain).replaceAll("").strip(), today)
          .filter(day -> day.isAfter(today) && day.isBefore(today.plusYears(2)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text, LocalDate today) {
    Matcher weekday = WEEKDAY.matcher(text);
    if (weekday.lookingAt()) {
      String rest = text.substring(weekday.end()).strip();
      if (rest.isEmpty()) {
        DayOfWeek named = WEEKDAYS.get(weekday.group(1).substring(0, 2));
        return Optional.ofNullable(named).map(day -> today.with(TemporalAdjusters.next(day)));
      }
      Optional<LocalDate> day = dayWithoutWeekday(rest, today);
      if (day.isPresent()) {
        return day;
      }
    }
    return dayWithoutWeekday(text, today);
  }

  private static Optional<LocalDate> dayWithoutWeekday(String text, LocalDate today) {
    return numeric(text, today).or(() -> relative(text, today)).or(() -> named(text, today));
  }

  private static Optional<LocalDate> numeric(String text, LocalDate today) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
    }
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return Optional.of(next(number(dotted, 1), number(dotted, 2), dotted.group(3), today));
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      int first = number(slashed, 1);
      int second = number(slashed, 2);
      if (first <= 12 && second <= 12 && first != second) {
        return Optional.empty();
      }
      return Optional.of(
          next(Math.max(first, second), Math.min(first, second), slashed.group(3), today));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> relative(String text, LocalDate today) {
    Matcher next = NEXT.matcher(text);
    if (next.matches()) {
      return Optional.of(
          switch (next.group(1).charAt(0)) {
            case 'w' -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case 'm' -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            default -> today.with(TemporalAdjusters.firstDayOfNextYear());
          });
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return count(span.group(1)).map(count -> after(count, span.group(2), today));
    }
    return switch (text) {
      case "tomorrow", "morgen" -> Optional.of(today.plusDays(1));
      case "day after tomorrow", "übermorgen" -> Optional.of(today.plusDays(2));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> named(String text, LocalDate today) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      return month(named.group(2)).map(m -> next(number(named, 1), m, named.group(3), today));
    }
    Matcher first = MONTH_FIRST.matcher(text);
    if (first.matches()) {
      return month(first.group(1)).map(m -> next(number(first, 2), m, first.group(3), today));
    }
    Matcher alone = MONTH_ALONE.matcher(text);
    return alone.matches()
        ? month(alone.group(2)).map(m -> ofMonth(alone.group(1), m, alone.group(3), today))
        : Optional.empty();
  }

  private static LocalDate ofMonth(
      @Nullable String which, int month, @Nullable String year, LocalDate today) {
    String place = which == null ? "" : which;
    int years = year == null ? today.getYear() : Integer.parseInt(year);
    int day =
        place.contains("end")
            ? YearMonth.of(years, month).lengthOfMonth()
            : place.startsWith("mi") ? 15 : 1;
    return next(day, month, year, today);
  }

  private static LocalDate next(int day, int month, @Nullable String year, LocalDate today) {
    if (year != null) {
      int century = year.length() == 2 ? today.getYear() / 100 * 100 : 0;
      return LocalDate.of(century + Integer.parseInt(year), month, day);
    }
    LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
    return thisYear.isAfter(today) ? thisYear : LocalDate.of(today.getYear() + 1, month, day);
  }

  private static LocalDate after(int count, String unit, LocalDate today) {
    return switch (unit.charAt(0)) {
      case 'd', 't' -> today.plusDays(count);
      case 'w' -> today.plusWeeks(count);
      case 'f' -> today.plusWeeks(2L * count);
      default -> today.plusMonths(count);
    };
  }

  private static Optional<Integer> count(String word) {
    return Character.isDigit(word.charAt(0))
        ? Optional.of(Integer.parseInt(word))
        : position(NUMBERS, word);
  }

  private static Optional<Integer> month(String name) {
    return position(MONTHS, name).map(month -> month + 1);
  }

  private static Optional<Integer> position(List<String> lists, String word) {
    for (int i = 0; i < lists.size(); i++) {
      if (List.of(lists.get(i).split(" ")).contains(word)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
