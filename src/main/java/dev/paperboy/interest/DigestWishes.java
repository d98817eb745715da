package dev.paperboy.interest;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How a reader wants the mail: the {@code digest} block of the document.
 *
 * @param rhythm on which days, at what time
 * @param papers most papers per mail
 * @param trending most papers outside the interests
 * @param quietDay what happens when no paper meets the interests
 * @param format which part a mail program shows first
 */
public record DigestWishes(
    Rhythm rhythm, int papers, int trending, QuietDay quietDay, Format format) {

  /** What nobody has to ask for: every day at 07:30 UTC, ten papers and three trending ones. */
  public static final DigestWishes DEFAULT =
      new DigestWishes(
          new Rhythm(Every.DAY, DayOfWeek.MONDAY, LocalTime.of(7, 30), ZoneId.of("UTC")),
          10,
          3,
          QuietDay.SKIP,
          Format.HTML);

  /**
   * When the mail is wanted.
   *
   * @param on the day of a weekly digest; not looked at otherwise
   */
  public record Rhythm(Every every, DayOfWeek on, LocalTime at, ZoneId timezone) {}

  /** How often. */
  public enum Every {
    DAY,
    WEEKDAY,
    WEEK
  }

  /** What happens on a day without a match. */
  public enum QuietDay {
    /** No mail. */
    SKIP,
    /** A mail with the trending papers only. */
    TRENDING,
    /** No mail; the day's papers are kept for the next one. */
    ROLL
  }

  /** The mail's form. */
  public enum Format {
    HTML,
    TEXT
  }
}
