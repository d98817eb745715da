package dev.paperboy.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator looks in after a night on which no mail left. */
@Tag("full")
class OperatorWalkIT {

  private static final String DEAD_SERVER =
      """
      mail: {from: paperboy@example.org, transport: smtp}
      smtp: {host: 127.0.0.1, port: 1, security: none, connect_timeout: 1s}
      """;

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
  void the_page_says_what_is_wrong_and_the_mail_that_waits_can_be_tried_again() {
    try (Newsstand stand = Newsstand.open(folder, DEAD_SERVER);
        Visitor visitor = visitors.visitor(Device.DESK)) {
      Steps operator = new Steps(visitor.page(), stand);
      stand.paperboy.subscribe("ada@example.org", "interests: [robot]");
      stand.dropRobots();
      stand.awaitEdition(1);
      stand.clock.moveTo("2025-12-05T08:00:00Z");
      stand.await(
          "a failure",
          () ->
              visitor.page().request().get(stand.address("/healthz")).status() == 503
                  && !stand.paperboy.application().outbox().counts().isEmpty());

      operator.logIn("not the password");
      assertThat(operator.content()).contains("This is not the password");
      operator.logIn(Newsstand.PASSWORD);
      assertThat(operator.heading()).isEqualTo("Operator");
      assertThat(operator.content())
          .contains("Something needs a hand.", "1 queued", "deliver", "127.0.0.1")
          .doesNotContain("ada@example.org", "All is well.");

      operator.follow("Outbox");
      assertThat(operator.content()).contains("a***@example.org").doesNotContain("ada@example.org");
      operator.press("Show address");
      assertThat(operator.content()).contains("ada@example.org");
      operator.press("Send now");
      assertThat(operator.content()).doesNotContain("ada@example.org");
      visitor.page().navigate(stand.address("/admin"));
      operator.press("Log out");
      assertThat(operator.heading()).isEqualTo("Operator's page");
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
