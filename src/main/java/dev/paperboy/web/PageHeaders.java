package dev.paperboy.web;

import io.javalin.http.Context;
import java.util.Map;

/** The headers of every answer: what a browser must not do with it. */
final class PageHeaders {

  /** Nothing is kept by caches unless the answer says otherwise: most addresses hold a secret. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
              + " base-uri 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cache-Control",
          "no-store");

  private PageHeaders() {}

  static void add(Context context) {
    ALWAYS.forEach(context::header);
  }

  static void cache(Context context, String directive) {
    context.header("Cache-Control", directive);
  }
}
