package dev.paperboy.web;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /metrics}: figures for a monitoring system. Requests of this machine have them; others
 * send the operator's password by HTTP Basic, with any name (RFC 7617).
 */
final class MetricsPage {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String BASIC = "Basic ";

  private final Supplier<String> metrics;
  private final Optional<AdminPassword> password;
  private final FailedTries tries;
  private final Asker asker;

  /** The header that was right before, so that it need not be hashed at every look. */
  private volatile @Nullable String right;

  MetricsPage(
      Supplier<String> metrics, Optional<AdminPassword> password, FailedTries tries, Asker asker) {
    this.metrics = metrics;
    this.password = password;
    this.tries = tries;
    this.asker = asker;
  }

  void answer(Context context) {
    if (!LocalGuard.isLocal(context)) {
      demandPassword(context);
    }
    context.contentType(TYPE).result(metrics.get());
  }

  private void demandPassword(Context context) {
    String header = context.header("Authorization");
    if (header != null && isRight(header, context)) {
      return;
    }
    context.header("WWW-Authenticate", "Basic realm=\"Paperboy\", charset=\"UTF-8\"");
    throw new UnauthorizedResponse();
  }

  private boolean isRight(String header, Context context) {
    String known = right;
    if (known != null && same(known, header)) {
      return true;
    }
    String network = asker.network(context);
    if (password.isEmpty() || !header.startsWith(BASIC)) {
      return false;
    }
    if (!tries.wait(network).isZero()) {
      throw TooOften.fromNetwork(tries.wait(network));
    }
    boolean opens = password.get().opens(passwordIn(header));
    if (opens) {
      right = header;
    } else {
      tries.failed(network);
    }
    return opens;
  }

  private static String passwordIn(String header) {
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
