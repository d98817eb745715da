package dev.paperboy.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of the interests document, from the jar, for editors that complete and check. */
final class InterestsSchema {

  static final String PATH = "/interests.schema.json";

  private final byte[] schema;

  InterestsSchema() {
    try (InputStream file = InterestsSchema.class.getResourceAsStream(PATH)) {
      this.schema = Objects.requireNonNull(file, "interests.schema.json is missing").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void answer(Context context) {
    PageHeaders.cache(context, "public, max-age=3600");
    // Editors that run in a browser come from other sites; there is nothing secret in it.
    context.header("Access-Control-Allow-Origin", "*");
    context.contentType("application/schema+json").result(schema);
  }
}
