package dev.paperboy.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The one style sheet, from the jar. */
final class Stylesheet {

  static final String PATH = "/assets/paperboy.css";

  private final byte[] css;

  Stylesheet() {
    try (InputStream file = Stylesheet.class.getResourceAsStream("/public/paperboy.css")) {
      this.css = Objects.requireNonNull(file, "paperboy.css is missing").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(Context context) {
    PageHeaders.cache(context, "public, max-age=3600");
    context.contentType("text/css; charset=utf-8").result(css);
  }
}
