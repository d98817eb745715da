package dev.paperboy.template;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a language writes days, spans of days and moments. Immutable. */
public final class Dates {

  private final Locale locale;
  private final Map<Form, DatePattern> patterns;

  /** What a pattern is for; its key in the language file is the name in small letters. */
  enum Form {
    FULL_DATE(false),
    BRIEF_DATE(false),
    PAPER_DATE(false),
    MOMENT(false),
    SPAN_IN_MONTH(true),
    SPAN_IN_YEAR(true),
    SPAN_OVER_YEARS(true),
    BRIEF_SPAN_IN_MONTH(true),
    BRIEF_SPAN(true);

    private final boolean span;

    Form(boolean span) {
      this.span = span;
    }

    boolean isSpan() {
      return span;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param patterns one for each form
   */
  Dates(Locale locale, Map<Form, DatePattern> patterns) {
    this.locale = locale;
    this.patterns = new EnumMap<>(patterns);
  }

  Locale locale() {
    return locale;
  }

  /** {@code Friday, 5 December 2025}. */
  public String full(LocalDate day) {
    return pattern(Form.FULL_DATE).of(day, day);
  }

  /** {@code 5 Dec}. */
  public String brief(LocalDate day) {
    return pattern(Form.BRIEF_DATE).of(day, day);
  }

  /** {@code 5 Dec 2025}. */
  public String withYear(LocalDate day) {
    return pattern(Form.PAPER_DATE).of(day, day);
  }

  /** {@code 5 December 2025, 07:30}. */
  public String moment(ZonedDateTime moment) {
    return pattern(Form.MOMENT).of(moment, moment);
  }

  /** {@code 3–5 December 2025}; one day as {@link #full}. */
  public String full(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return full(last);
    }
    Form form =
        first.getYear() != last.getYear()
            ? Form.SPAN_OVER_YEARS
            : first.getMonth() != last.getMonth() ? Form.SPAN_IN_YEAR : Form.SPAN_IN_MONTH;
    return pattern(form).of(first, last);
  }

  /** {@code 3–5 Dec}; one day as {@link #brief}. */
  public String brief(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return brief(last);
    }
    boolean month = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
    return pattern(month ? Form.BRIEF_SPAN_IN_MONTH : Form.BRIEF_SPAN).of(first, last);
  }

  /** The same patterns with the names of another language. */
  Dates in(Locale another) {
    Map<Form, DatePattern> others = new EnumMap<>(Form.class);
    patterns.forEach((form, pattern) -> others.put(form, pattern.in(another)));
    return new Dates(another, others);
  }

  DatePattern pattern(Form form) {
    return Optional.ofNullable(patterns.get(form)).orElseThrow();
  }
}
