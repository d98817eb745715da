package dev.paperboy.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A reader's whole life on the pages, with scripts and without. */
@Tag("full")
class ReaderWalkIT {

  private static final String ADA = "ada@example.org";

  /** What only the subjects of digests have. */
  private static final String DIGEST = " · ";

  static final List<Device> DEVICES =
      List.of(Device.DESK, Device.PHONE, Device.DESK.withoutScripts());

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

  @ParameterizedTest
  @FieldSource("DEVICES")
  void from_the_first_page_to_the_last(Device device) {
    try (Newsstand stand = Newsstand.open(folder);
        Visitor visitor = visitors.visitor(device)) {
      Steps ada = new Steps(visitor.page(), stand);

      subscribe(ada, stand);
      changeInterests(ada);
      readDigest(ada, stand);
      pauseAndLeave(ada, stand);
      erase(ada, stand);

      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static void subscribe(Steps ada, Newsstand stand) {
    ada.subscribe(ADA, "whale song");
    assertThat(ada.heading()).isEqualTo("Look into your mail");
    assertThat(state(stand)).contains(State.PENDING);

    ada.openMail("Please confirm");
    ada.follow("Confirm the subscription");
    assertThat(state(stand)).contains(State.PENDING);
    ada.press("Yes, subscribe");
    assertThat(ada.heading()).isEqualTo("Welcome");
    assertThat(state(stand)).contains(State.ACTIVE);
  }

  private static void changeInterests(Steps ada) {
    ada.openMail("Welcome");
    ada.follow("Change your interests");
    assertThat(ada.shownInterests()).contains("- whale song");

    if (ada.hasEditor()) {
      assertThat(ada.shownInterests()).contains("\n  timezone: " + Visitors.TIMEZONE);
      ada.typeInterests("interests:\n  - robot\n  - naem: whale\n");
      ada.awaitMark();
      ada.awaitPreview("naem");
      assertThat(ada.shownInterests()).as("nothing is indented anew").contains("\n  - naem: whale");
    }
    ada.saveInterests("interests:\n  - robot\n  - naem: whale\n");
    assertThat(ada.content()).contains("Not saved", "Line 3, column 5", "naem");
    assertThat(ada.shownInterests()).contains("naem");

    ada.saveInterests("interests:\n  - robot\n  - name: whale\n");
    assertThat(ada.content()).contains("Not saved");
    ada.saveInterests("interests:\n  - robot # mine\n");
    assertThat(ada.content()).contains("Saved.");
    assertThat(ada.shownInterests()).contains("robot # mine");

    ada.saveTopics("robot\nwhale song");
    assertThat(ada.content()).contains("Saved.", "whale song");
    assertThat(ada.shownInterests()).contains("robot # mine", "- whale song");
  }

  private static void readDigest(Steps ada, Newsstand stand) {
    stand.dropRobots();
    stand.awaitEdition(1);
    stand.clock.moveTo("2025-12-05T08:00:00Z");

    ada.openMail(DIGEST);
    assertThat(ada.page().content()).contains("Soft Hands", "robot");
    ada.follow("View in a browser");
    assertThat(ada.page().url()).contains("/reader/");
    assertThat(ada.page().content()).contains("Soft Hands");
  }

  private static void pauseAndLeave(Steps ada, Newsstand stand) {
    ada.follow("Unsubscribe");
    assertThat(ada.heading()).isEqualTo("Unsubscribe?");
    ada.press("For a week");
    assertThat(ada.heading()).isEqualTo("Your digests pause");
    assertThat(ada.content()).contains("Friday, 12 December 2025");
    assertThat(state(stand)).contains(State.PAUSED);
    ada.press("Send digests again");
    assertThat(state(stand)).contains(State.ACTIVE);

    ada.page().navigate(stand.link(DIGEST, "/unsubscribe/"));
    ada.press("Unsubscribe");
    assertThat(ada.heading()).isEqualTo("You are unsubscribed");
    assertThat(state(stand)).contains(State.UNSUBSCRIBED);
    ada.press("Send digests again");
    assertThat(state(stand)).contains(State.ACTIVE);
    ada.page().navigate(stand.link(DIGEST, "/unsubscribe/"));
    ada.press("Unsubscribe");
    assertThat(state(stand)).contains(State.UNSUBSCRIBED);
  }

  private static void erase(Steps ada, Newsstand stand) {
    ada.follow("Erase everything");
    assertThat(ada.heading()).isEqualTo("Erase everything?");
    ada.erase("ben@example.org");
    assertThat(ada.content()).contains("Nothing was erased");
    ada.erase(ADA);
    assertThat(ada.heading()).isEqualTo("Everything is erased");
    assertThat(state(stand)).isEmpty();

    ada.page().navigate(stand.link(DIGEST, "/interests/"));
    assertThat(ada.heading()).isEqualTo("This link is not valid");
  }

  private static Optional<State> state(Newsstand stand) {
    return stand
        .paperboy
        .application()
        .readership()
        .subscribers()
        .find(EmailAddress.parse(ADA).orElseThrow())
        .map(Subscriber::standing)
        .map(Subscriber.Standing::state);
  }
}
