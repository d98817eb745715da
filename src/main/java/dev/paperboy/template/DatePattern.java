package dev.paperboy.template;

import dev.paperboy.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a day or a span of days is written.
 *
 * @param first for the only day, or the first of a span
 * @param between what stands between the days of a span
 * @param last for the last day of a span; null for a single day
 */
record DatePattern(DateTimeFormatter first, String between, @Nullable DateTimeFormatter last) {

  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2025, 12, 5, 7, 30, 0, 0, ZoneOffset.UTC);

  /** What stands there; empty after adding a problem. */
  static Optional<DatePattern> read(YamlNode node, Dates.Form form, Locale locale) {
    List<YamlNode> parts = node.asList();
    if (form.isSpan() && parts.size() != 3) {
      node.problem(
          "Write a list of three here: the pattern of the first day, what stands between, and the"
              + " pattern of the last day.");
      return Optional.empty();
    }
    if (!form.isSpan()) {
      return formatter(node, form, locale).map(first -> new DatePattern(first, "", null));
    }
    Optional<DateTimeFormatter> first = formatter(parts.get(0), form, locale);
    Optional<String> between = parts.get(1).asText();
    return formatter(parts.get(2), form, locale)
        .flatMap(last -> first.flatMap(f -> between.map(b -> new DatePattern(f, b, last))));
  }

  private static Optional<DateTimeFormatter> formatter(
      YamlNode node, Dates.Form form, Locale locale) {
    return node.as(
        "a date pattern as Java knows them, such as \"d MMMM yyyy\",",
        pattern -> formatter(pattern, form, locale));
  }

  private static Optional<DateTimeFormatter> formatter(
      String pattern, Dates.Form form, Locale locale) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, locale);
      String sample =
          formatter.format(form == Dates.Form.MOMENT ? SAMPLE : SAMPLE.toLocalDate()).strip();
      return sample.isEmpty() ? Optional.empty() : Optional.of(formatter);
    } catch (IllegalArgumentException | DateTimeException notPattern) {
      return Optional.empty();
    }
  }

  /** The same pattern with the month names of a language. */
  DatePattern in(Locale locale) {
    return new DatePattern(
        first.withLocale(locale), between, last == null ? null : last.withLocale(locale));
  }

  /** The day, or the span, in words; the second is not looked at for a single day. */
  String of(TemporalAccessor day, TemporalAccessor lastDay) {
    String start = first.format(day);
    return last == null ? start : start + between + last.format(lastDay);
  }
}
