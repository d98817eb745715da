package dev.paperboy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /healthz}: for the program that watches this one. */
final class HealthCheck {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Supplier<Health> health;

  HealthCheck(Supplier<Health> health) {
    this.health = health;
  }

  void answer(Context context) throws JsonProcessingException {
    Health now = health.get();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", now.ok() ? "ok" : "failing");
    body.put("details", now.details());
    context
        .status(now.ok() ? 200 : 503)
        .contentType("application/json")
        .result(JSON.writeValueAsBytes(body));
  }
}
