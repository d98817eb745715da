package dev.paperboy.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the first page costs whoever has never been there. */
@Tag("full")
class HomeWeightIT {

  private static final int MOST_BYTES = 100_000;

  /** Adds up how far things on the page moved while it came. */
  private static final String WATCH_SHIFTS =
      """
      window.shifts = 0;
      new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts += e.value))
        .observe({type: 'layout-shift', buffered: true});
      """;

  static final List<Device> DEVICES = List.of(Device.PHONE, Device.DESK);

  private static Visitors visitors;
  private static Newsstand stand;

  @BeforeAll
  static void open(@TempDir Path folder) {
    visitors = Visitors.open();
    stand = Newsstand.open(folder);
    stand.dropSample();
  }

  @AfterAll
  static void close() {
    if (visitors != null) {
      visitors.close();
    }
    if (stand != null) {
      stand.close();
    }
  }

  @ParameterizedTest
  @FieldSource("DEVICES")
  void the_first_page_is_light_and_stands_still(Device device) {
    try (Visitor visitor = visitors.visitor(device)) {
      visitor.page().addInitScript(WATCH_SHIFTS);
      Page page = visitor.go(stand.address("/"));
      page.waitForLoadState(LoadState.NETWORKIDLE);

      assertThat(page.locator(".papers li").count()).isGreaterThan(20);
      List<Response> all = visitor.responses();
      assertThat(all).extracting(Response::status).containsOnly(200);
      assertThat(all.stream().mapToInt(response -> response.body().length).sum())
          .as("bytes of %s", all.stream().map(Response::url).toList())
          .isBetween(5_000, MOST_BYTES);
      assertThat(((Number) page.evaluate("window.shifts")).doubleValue()).isZero();
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
