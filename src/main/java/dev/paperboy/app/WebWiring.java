package dev.paperboy.app;

import dev.paperboy.web.Health;
import dev.paperboy.web.WebParts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the pages are given of the application. */
final class WebWiring {

  private static final Duration RECENTLY = Duration.ofDays(7);

  private WebWiring() {}

  static WebParts parts(Application application, Vitals vitals) {
    return new WebParts(
        application.archive(),
        application.readership(),
        application.tokens(),
        () -> health(application, vitals),
        application.config().mailing().sender().baseUrl(),
        application.clock());
  }

  private static Health health(Application application, Vitals vitals) {
    Map<String, String> details = new LinkedHashMap<>(vitals.wrong());
    boolean ok = details.isEmpty();
    vitals
        .good()
        .forEach(
            (step, when) ->
                details.putIfAbsent(step, "went well at " + when.truncatedTo(ChronoUnit.SECONDS)));
    try {
      int setAside =
          application
              .mailboxFailures()
              .setAsideSince(application.clock().instant().minus(RECENTLY));
      if (setAside > 0) {
        details.put("mails set aside this week", String.valueOf(setAside));
      }
      application
          .outbox()
          .counts()
          .forEach((state, number) -> details.put("outbox " + state.word(), number.toString()));
    } catch (RuntimeException e) {
      details.put("database", "cannot be read");
      ok = false;
    }
    return new Health(ok, details);
  }
}
