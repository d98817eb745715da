package dev.paperboy.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a mouse: what has the focus can be seen, and everything can be reached. */
@Tag("full")
class KeyboardWalkIT {

  private static final int MOST_STOPS = 60;

  private static Visitors visitors;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    visitors = Visitors.open();
  }

  @AfterAll
  static void close() {
    if (visitors != null) {
      visitors.close();
    }
  }

  @Test
  void somebody_subscribes_and_leaves_by_keys_alone() {
    try (Newsstand stand = Newsstand.open(folder);
        Visitor visitor = visitors.visitor(Device.DESK)) {
      Steps ada = new Steps(visitor.page(), stand);
      Page page = visitor.go(stand.address("/"));
      page.keyboard().press("Tab");
      assertThat(focused(page, "innerText")).isEqualTo("Skip to the content");

      tabTo(page, "#email");
      page.keyboard().type("ada@example.org");
      tabTo(page, "[name=topics]");
      page.keyboard().type("robot");
      tabTo(page, "form[action*='/subscribe'] button");
      page.keyboard().press("Enter");
      assertThat(ada.heading()).isEqualTo("Look into your mail");

      visitor.go(stand.link("Please confirm", "/confirm/"));
      tabTo(page, "main button");
      page.keyboard().press("Space");
      assertThat(ada.heading()).isEqualTo("Welcome");

      visitor.go(stand.link("Welcome", "/unsubscribe/"));
      tabTo(page, "form:not([action]) button");
      page.keyboard().press("Enter");
      assertThat(ada.heading()).isEqualTo("You are unsubscribed");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void a_day_to_pause_until_is_typed_and_taken_by_enter() {
    try (Newsstand stand = Newsstand.open(folder);
        Visitor visitor = visitors.visitor(Device.DESK)) {
      Steps ada = new Steps(visitor.page(), stand);
      Subscriber reader = stand.paperboy.subscribe("ada@example.org", "interests: [robot]");
      String token = stand.paperboy.application().tokens().of(reader, Purpose.UNSUBSCRIBE);
      Page page = visitor.go(stand.address("/unsubscribe/" + token));
      tabTo(page, "#until");
      // The same in every order of day and month.
      page.keyboard().type("12122025");
      page.keyboard().press("Enter");

      assertThat(ada.heading()).isEqualTo("Your digests pause");
      assertThat(ada.content()).contains("Friday, 12 December 2025");
    }
  }

  /** Presses the key until this has the focus, and looks whether it can be seen at every stop. */
  private static void tabTo(Page page, String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
          .as(focused(page, "outerHTML"))
          .isNotEqualTo("none");
      if (focused(page, "matches(\"" + selector + "\")").equals("true")) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached on " + page.url());
  }

  private static String focused(Page page, String what) {
    return String.valueOf(page.evaluate("document.activeElement." + what));
  }
}
