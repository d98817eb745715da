package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DumpPropertyTest {

  private static final String CAPTURE =
      Dumps.HEAD
          + Dumps.paper("On $R^2$ Things", "  • 5 authors", "Nov 24, 2024 1")
          + "A Bare Paper\n\n"
          + Dumps.PROSE
          + "\n\n"
          + Dumps.paper("More", "acme Acme Inc.", "May 4");

  private static final String JSON =
      "["
          + Dumps.row(
              "'id':'2608.20281','title':'A\\n B','summary':'C','authors':[{'name':'D'}],'upvotes':4,"
                  + "'submittedOnDailyAt':'2026-08-21T00:00:00Z','githubRepo':'https://example.org'",
              ",'numComments':1,'organization':{'name':'a','fullname':'b'}")
          + ","
          + Dumps.row("'title':'E','upvotes':null,'x':[true,false,-1.5e3]", "")
          + "]";

  private record Change(int at, int removed, String inserted) {

    String in(String text) {
      int start = Math.min(at, text.length());
      int end = Math.min(start + removed, text.length());
      return text.substring(0, start) + inserted + text.substring(end);
    }
  }

  @Property(tries = 2_000)
  void a_damaged_capture_is_read_or_refused(@ForAll("changes") List<Change> changes) {
    readOrRefuse(changed(CAPTURE, changes));
  }

  @Property(tries = 2_000)
  void damaged_json_is_read_or_refused(@ForAll("changes") List<Change> changes) {
    readOrRefuse(changed(JSON, changes));
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String text) {
    readOrRefuse(text);
  }

  @Example
  void json_cut_anywhere_is_known_to_be_cut() {
    for (int at = 1; at < JSON.length(); at++) {
      String cut = JSON.substring(0, at);
      RefusedDump refused = catchThrowableOfType(RefusedDump.class, () -> Dumps.read(cut));
      assertThat(refused).as(cut).isNotNull().matches(RefusedDump::truncated);
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> inserted =
        Arbitraries.of(
            "",
            "\n",
            "\n\n",
            "·",
            "\n·\n",
            "  • 5 authors",
            "Dec 5",
            "Feb 29",
            "Jan 99, 2099 9",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "\\",
            "\\u",
            "'",
            "9".repeat(200),
            "\u0000",
            "\ud800",
            "$",
            "<",
            "{\"title\":",
            "2026-08-21T00:00:00Z",
            "9999-12-31T23:59:59-18:00",
            "http://",
            "x".repeat(600));
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_500),
            Arbitraries.integers().between(0, 60),
            inserted)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static String changed(String text, List<Change> changes) {
    String changed = text;
    for (Change change : changes) {
      changed = change.in(changed);
    }
    return changed;
  }

  /** Anything else that is thrown fails the property. */
  private static void readOrRefuse(String text) {
    try {
      DumpContent content = Dumps.read(text);
      assertThat(content.listings())
          .isNotEmpty()
          .allSatisfy(listing -> assertThat(listing.details().title()).isNotBlank());
    } catch (RefusedDump e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
