package dev.paperboy.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.RequestTimeoutResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** What a request brings, at most 64 KiB of it, whether or not it says its length beforehand. */
final class RequestBody {

  private static final int LIMIT = 64 * 1024;
  private static final String READ = "paperboy.body";

  private RequestBody() {}

  /** Turns away what says itself that it is too large, before anything of it is read. */
  static void refuseIfTooLarge(Context context) {
    if (context.req().getContentLengthLong() > LIMIT) {
      throw new ContentTooLargeResponse();
    }
  }

  /** The whole body, read at the first call. */
  static byte[] read(Context context) {
    byte[] known = context.attribute(READ);
    if (known == null) {
      known = readNow(context);
      context.attribute(READ, known);
    }
    return known;
  }

  private static byte[] readNow(Context context) {
    try (InputStream body = context.req().getInputStream()) {
      byte[] bytes = body.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new ContentTooLargeResponse();
      }
      return bytes;
    } catch (IOException | HttpException.RuntimeException e) {
      // Whoever sent it has gone, or sends a drop at a time; neither is a fault of ours.
      throw new RequestTimeoutResponse();
    }
  }

  /** The first field of this name in a form as browsers send it, in UTF-8. */
  static Optional<String> field(Context context, String name) {
    if (!context.isFormUrlencoded()) {
      throw new UnsupportedMediaTypeResponse();
    }
    for (String pair : new String(read(context), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decode(pair.substring(0, equals)).equals(name)) {
        return Optional.of(decode(pair.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse();
    }
  }
}
