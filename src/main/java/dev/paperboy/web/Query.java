package dev.paperboy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of an address. */
final class Query {

  private Query() {}

  /**
   * The fields but one, each with {@code &} after it, to put another one behind them: {@code
   * q=robot&page=2&}.
   */
  static String without(String field, Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .filter(each -> !each.getKey().equals(field))
        .flatMap(each -> each.getValue().stream().map(value -> pair(each.getKey(), value)))
        .collect(Collectors.joining());
  }

  private static String pair(String name, String value) {
    return encoded(name) + "=" + encoded(value) + "&";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
