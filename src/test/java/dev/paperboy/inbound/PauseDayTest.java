package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as people write them, on Friday, December 5, 2025. */
class PauseDayTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-12-24                     | 2026-12-24
          2026/12/24                     | 2026-12-24
          Tuesday, 5 January 2027        | 2027-01-05
          Tue 5 Jan 2027                 | 2027-01-05
          Tuesday, January 5th, 2027     | 2027-01-05
          the 5th of January 2027        | 2027-01-05
          5-Jan-2027                     | 2027-01-05
          Dienstag, den 5. Januar 2027   | 2027-01-05
          Di, 5.1.2027                   | 2027-01-05
          dem 5. Jan. 2027               | 2027-01-05
          05.01.27                       | 2027-01-05
          24. Dezember                   | 2025-12-24
          December 24                    | 2025-12-24
          1. März                        | 2026-03-01
          25/12/2026                     | 2026-12-25
          12/25/2026                     | 2026-12-25
          Monday                         | 2025-12-08
          next Monday                    | 2025-12-08
          nächsten Montag                | 2025-12-08
          Freitag                        | 2025-12-12
          tomorrow                       | 2025-12-06
          übermorgen                     | 2025-12-07
          next week                      | 2025-12-08
          nächste Woche                  | 2025-12-08
          two weeks                      | 2025-12-19
          a week                         | 2025-12-12
          in drei Wochen                 | 2025-12-26
          10 Tage                        | 2025-12-15
          einen Monat                    | 2026-01-05
          January                        | 2026-01-01
          end of January                 | 2026-01-31
          Ende Februar                   | 2026-02-28
          January 5, 2027 (inclusive)    | 2027-01-05
          """)
  void a_day_is_read(String text, LocalDate day) {
    assertThat(PauseDay.read(text, TODAY)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5/1/2027",
        "2025-12-05",
        "2024-01-01",
        "2028-01-01",
        "31. Februar",
        "soon",
        "99999 days",
        "the 32nd of May",
        "Blursday, 5 January",
        "13.13.2026",
        ""
      })
  void what_is_no_day_or_two_is_refused(String text) {
    assertThat(PauseDay.read(text, TODAY)).isEmpty();
  }
}
