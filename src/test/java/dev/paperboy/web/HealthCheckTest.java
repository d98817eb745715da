package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {

  @TempDir Path folder;

  @Test
  void a_healthy_paperboy_answers_ok_with_what_was_looked_at_in_order() throws IOException {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("store", "answers");
    details.put("last run", "today");
    HttpResponse<String> answer = ask(new Health(true, details));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"status\":\"ok\",\"details\":{\"store\":\"answers\",\"last run\":\"today\"}}");
  }

  @Test
  void an_unhealthy_one_answers_503_with_the_reasons() throws IOException {
    String reason = "no dump for 3 days: \"dumps\" is empty </script>";
    HttpResponse<String> answer = ask(new Health(false, Map.of("dumps", reason)));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new ObjectMapper().readTree(answer.body()).at("/details/dumps").asText())
        .isEqualTo(reason);
    assertThat(new ObjectMapper().readTree(answer.body()).at("/status").asText())
        .isEqualTo("failing");
  }

  @Test
  void a_head_request_tells_sick_from_well() {
    try (Site site = Site.open(folder, () -> new Health(false, Map.of()))) {
      HttpResponse<String> answer = site.send("HEAD", "/healthz", BodyPublishers.noBody());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).isEmpty();
    }
  }

  private HttpResponse<String> ask(Health health) {
    try (Site site = Site.open(folder, () -> health)) {
      return site.get("/healthz");
    }
  }
}
