package dev.paperboy.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer that need not be sent again to who has it already (RFC 9110, section 13).
 *
 * @param tag its entity tag: another body has another one
 */
record Freshness(byte[] body, String tag) {

  private static final int TAG_CHARACTERS = 32;
  private static final int NOT_MODIFIED = 304;

  static Freshness of(byte[] body) {
    return new Freshness(body, '"' + hash(body) + '"');
  }

  /**
   * Answers with the body and its tag, or says that who asked has it.
   *
   * @param caching what caches on the way may do
   */
  void answer(Context context, String type, String caching) {
    PageHeaders.cache(context, caching);
    context.header("ETag", tag);
    if (has(context.header("If-None-Match"), tag)) {
      context.status(NOT_MODIFIED);
    } else {
      context.contentType(type).result(body);
    }
  }

  /** Compares weakly, as section 13.1.2 wants it. */
  private static boolean has(@Nullable String given, String tag) {
    return given != null
        && Arrays.stream(given.split(",", -1))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  private static String hash(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash).substring(0, TAG_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
