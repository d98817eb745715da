package dev.paperboy.dump;

import static dev.paperboy.dump.Dumps.HEAD;
import static dev.paperboy.dump.Dumps.paper;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaptureDateTest {

  private static final Instant NOVEMBER_2026 = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant DECEMBER_2026 = Instant.parse("2026-12-21T00:00:00Z");

  @Test
  void one_year_fits() throws RefusedDump {
    DumpContent content = read("dump", NOVEMBER_2026, dated("Nov 24, 2024"));

    assertThat(content.date().day()).isEqualTo("2025-12-05");
    assertThat(content.date().found()).contains("Dec 5", "only one after 2024");
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void the_name_of_the_file_decides_between_years() throws RefusedDump {
    assertThat(read("2024-12-05.txt", DECEMBER_2026, dated("Nov 24, 2022")).date())
        .isEqualTo(
            new DumpDate(
                LocalDate.of(2024, 12, 5), "the list's date Dec 5; year: from the file's name"));
    assertThat(read("2022-12-05.txt", NOVEMBER_2026, dated("Nov 24, 2024")).date().day())
        .isEqualTo("2025-12-05");
  }

  @Test
  void a_list_of_all_times_was_captured_right_after_its_newest_year() throws RefusedDump {
    DumpContent content =
        read("dump", DECEMBER_2026, dated("Nov 24, 2024", "Jan 1, 2024", "Feb 2, 2024"));

    assertThat(content.date().day()).isEqualTo("2025-12-05");
    assertThat(content.date().found()).contains("first after 2024, which 3 papers show");
  }

  @Test
  void else_the_latest_year_is_taken() throws RefusedDump {
    assertThat(read("dump", DECEMBER_2026, dated("Nov 24, 2024")).date().day())
        .isEqualTo("2026-12-05");
    assertThat(read("dump", DECEMBER_2026, dated("Nov 24")).date().day()).isEqualTo("2026-12-05");
  }

  @Test
  void a_list_may_be_saved_where_its_day_has_begun_already() throws RefusedDump {
    Instant stillTheFourthInUtc = Instant.parse("2025-12-04T12:00:00Z");

    assertThat(read("dump", stillTheFourthInUtc, dated("Nov 24, 2024")).date().day())
        .isEqualTo("2025-12-05");
  }

  @Test
  void an_arxiv_id_in_an_abstract_is_evidence() throws RefusedDump {
    String text = dated("Nov 24", "Nov 2").replace("Our material", "See arXiv:2603.01234. Our");

    DumpContent content = read("dump", DECEMBER_2026, text);

    assertThat(content.date().found()).contains("only one");
    assertThat(content.date().day()).isEqualTo("2026-12-05");
  }

  @Test
  void a_contradiction_is_said() throws RefusedDump {
    DumpContent content = read("dump", Instant.parse("2024-06-01T00:00:00Z"), dated("May 1, 2024"));

    assertThat(content.date().day()).isEqualTo("2025-12-05");
    assertThat(content.problems()).singleElement().asString().contains("fits no year");
  }

  @Test
  void a_file_without_a_true_date_of_its_own_is_dated_by_its_name() throws RefusedDump {
    DumpContent content = read("2025-12-05.txt", Instant.EPOCH, dated("May 1, 2024"));

    assertThat(content.date().day()).isEqualTo("2025-12-05");
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void a_year_shown_with_the_list_is_believed() throws RefusedDump {
    String text = dated("May 1, 2022").replace("Dec 5\n", "Dec 5, 2023\n");

    assertThat(read("dump", NOVEMBER_2026, text).date().day()).isEqualTo("2023-12-05");
  }

  @Test
  void without_a_date_of_the_list_the_name_or_the_file_itself_tells() throws RefusedDump {
    String text = dated("May 1, 2022").replace("Dec 5\n", "\n");

    assertThat(read("papers-20251204.txt", NOVEMBER_2026, text).date().day())
        .isEqualTo("2025-12-04");
    DumpContent guessed = read("dump", NOVEMBER_2026, text);
    assertThat(guessed.date().day()).isEqualTo("2026-11-21");
    assertThat(guessed.problems()).singleElement().asString().contains("no date of the list");
  }

  @Test
  void the_29th_of_february_fits_leap_years_only() throws RefusedDump {
    String text = dated("May 1, 2022").replace("Dec 5\n", "Feb 29\n");

    assertThat(read("dump", NOVEMBER_2026, text).date().day()).isEqualTo("2024-02-29");
  }

  private static String dated(String... dates) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String date : dates) {
      text.append(paper("Things of " + date.replace(",", ""), "  • 5 authors", date));
    }
    return text.toString();
  }

  private static DumpContent read(String name, Instant modified, String text) throws RefusedDump {
    return new PageCaptureReader().read(Dumps.file(name, text, modified));
  }
}
