package dev.paperboy.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether Paperboy can do its work, for {@code GET /healthz}.
 *
 * @param details what was looked at and what was found, in words; kept in order; public, so without
 *     addresses and secrets
 */
public record Health(boolean ok, Map<String, String> details) {

  public Health {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
