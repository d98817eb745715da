package dev.paperboy.web;

import dev.paperboy.web.AdminSessions.Session;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in to the operator's pages: a password, then a cookie that only this site's own requests
 * carry and no script can read; and with every form a token of the session.
 */
final class AdminDoor {

  private static final Logger LOG = LoggerFactory.getLogger(AdminDoor.class);
  private static final String COOKIE = "paperboy_admin";
  private static final String FORM_TOKEN = "form";
  private static final int SEE_OTHER = 303;

  private final Pages pages;
  private final AdminPassword password;
  private final AdminSessions sessions;
  private final FailedTries tries;
  private final Asker asker;
  private final String path;
  private final boolean secure;

  /** What answers who is logged in. */
  interface Inside {
    void handle(Context context, Session session) throws Exception;
  }

  AdminDoor(Pages pages, AdminPassword password, FailedTries tries, Asker asker, WebParts parts) {
    this.pages = pages;
    this.password = password;
    this.sessions = new AdminSessions(parts.clock());
    this.tries = tries;
    this.asker = asker;
    this.path = pages.path("/admin");
    this.secure = "https".equals(parts.baseUrl().getScheme());
  }

  /** Asks for the password whoever is not logged in. */
  Handler page(Inside page) {
    return context -> {
      Optional<Session> session = session(context);
      if (session.isPresent()) {
        page.handle(context, session.get());
      } else {
        ask(context, 401, "");
      }
    };
  }

  /** Refuses a form without the token of the session it belongs to. */
  Handler form(Inside action) {
    return context -> {
      Optional<Session> session = session(context);
      if (session.isEmpty()) {
        ask(context, 401, "");
        return;
      }
      String given = RequestBody.field(context, FORM_TOKEN).orElse("");
      if (!same(given, session.get().formToken())) {
        throw new ForbiddenResponse();
      }
      action.handle(context, session.get());
    };
  }

  /** Takes the password. */
  void logIn(Context context) {
    String network = asker.network(context);
    Duration wait = tries.wait(network);
    if (!wait.isZero()) {
      throw TooOften.fromNetwork(wait);
    }
    String tried = RequestBody.field(context, "password").orElse("");
    if (!password.opens(tried)) {
      tries.failed(network);
      LOG.warn("Wrong password for the operator's page, from {}", network);
      ask(context, 403, "page.admin.login.wrong");
      return;
    }
    tries.succeeded(network);
    LOG.info("The operator has logged in, from {}", network);
    context.header("Set-Cookie", cookie(sessions.begin(), AdminSessions.LONGEST.toSeconds()));
    context.header("Location", path).status(SEE_OTHER);
  }

  void logOut(Context context) {
    Optional.ofNullable(context.cookie(COOKIE)).ifPresent(sessions::end);
    context.header("Set-Cookie", cookie("", 0));
    context.header("Location", path).status(SEE_OTHER);
  }

  private void ask(Context context, int status, String problem) {
    pages.show(context, status, "admin-login", Map.of("problem", problem));
  }

  private Optional<Session> session(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE)).flatMap(sessions::find);
  }

  private String cookie(String value, long seconds) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(COOKIE, value, path, seconds, secure ? "; Secure" : "");
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
