package dev.paperboy.app;

import dev.paperboy.search.ArchiveSearch;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.PageStyle;
import dev.paperboy.web.Health;
import dev.paperboy.web.LibraryParts;
import dev.paperboy.web.WebParts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages are given of the application. */
final class WebWiring {

  private static final Logger LOG = LoggerFactory.getLogger(WebWiring.class);
  private static final Duration RECENTLY = Duration.ofDays(7);

  private WebWiring() {}

  static WebParts parts(Application application, Vitals vitals, ArchiveSearch search) {
    return new WebParts(
        application.archive(),
        new LibraryParts(
            application.catalogue(),
            search,
            application.lookback(),
            application.digests(),
            application.mails()),
        OperatorWiring.parts(application, vitals),
        application.readership(),
        application.tokens(),
        application.subscriptions(),
        reader -> new StoredAboutReaders(application).document(reader).toJson(),
        style(application.config().folders().templates()),
        () -> health(application, vitals),
        application.config().mailing().sender().baseUrl(),
        application.clock());
  }

  /** A slip in an operator's file must not take the pages away: they are shown as shipped. */
  private static PageStyle style(Path templates) {
    try {
      return PageStyle.in(templates);
    } catch (BrokenTemplate e) {
      LOG.error(
          "The pages are shown with the program's own sentences and look:\n{}", e.getMessage());
      return PageStyle.shipped();
    }
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
