package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  @TempDir Path folder;

  @Test
  void a_failure_is_a_page_without_a_trace_and_is_logged_once_without_the_token() {
    try (Site broken = Site.alone(folder);
        LogRecorder log = new LogRecorder()) {
      String link =
          broken.link(
              broken.subscriber("a@example.org", "interests: [robotics]\n"), Purpose.INTERESTS);
      String token = link.substring(link.lastIndexOf('/') + 1);
      broken.store.close();
      HttpResponse<String> answer = broken.get(link);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(Site.page(answer).selectXpath("//h1").text()).isEqualTo("Something went wrong");
      assertThat(answer.body()).doesNotContain("Exception", "\tat ", token);
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(log.events()).hasSize(1);
      ILoggingEvent event = log.events().get(0);
      assertThat(event.getFormattedMessage()).isEqualTo("GET /interests/*** failed");
      assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
          .contains("\tat ")
          .doesNotContain(token);
    }
  }

  @Test
  void an_error_of_the_machine_is_a_page_too() {
    try (Site broken =
            Site.open(
                folder,
                () -> {
                  throw new StackOverflowError();
                });
        LogRecorder log = new LogRecorder()) {
      HttpResponse<String> answer = broken.get("/healthz");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(log.events()).hasSize(1);
      assertThat(Site.page(answer).selectXpath("//h1").text()).isEqualTo("Something went wrong");
    }
  }

  @Test
  void a_port_in_use_is_one_clear_message() {
    try (Site other = Site.open(folder)) {
      assertCannotListen("127.0.0.1", other.port(), "Address already in use");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.1, 0, Cannot assign requested address",
    "no such host, 0, no such host",
    "127.0.0.1, 70000, port out of range"
  })
  void so_is_an_address_that_is_none_of_ours(String bind, int port, String why) {
    assertCannotListen(bind, port, why);
  }

  private void assertCannotListen(String bind, int port, String why) {
    try (Site site = Site.open(folder);
        LogRecorder log = new LogRecorder();
        WebServer second = new WebServer(new WebSettings(bind, port, 0, 0, 0), site.parts)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(WebUnavailable.class)
          .hasMessageStartingWith(
              "The web server cannot listen on " + bind + ", port " + port + " (" + why)
          .hasMessageEndingWith("or stop the program that has the port.")
          .hasMessageNotContaining("\n");
      assertThat(log.events()).isEmpty();
    }
  }

  @Test
  void starting_serving_and_stopping_writes_no_log() {
    try (LogRecorder log = new LogRecorder()) {
      try (Site other = Site.open(folder)) {
        other.get("/");
        other.get("/interests/wrong");
      }
      assertThat(log.events()).isEmpty();
    }
  }
}
