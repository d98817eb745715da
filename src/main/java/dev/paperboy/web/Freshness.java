package dev.paperboy.web;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers that need not be sent again (RFC 9110, section 13). */
final class Freshness {

  private static final int TAG_CHARACTERS = 32;
  private static final int NOT_MODIFIED = 304;

  private Freshness() {}

  /** Answers with the body and its entity tag, or says that who asked has it already. */
  static void answer(Context context, String type, String caching, byte[] body) {
    PageHeaders.cache(context, caching);
    String tag = '"' + hash(body) + '"';
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
