package dev.paperboy.web;

import dev.paperboy.notice.Confirmation;
import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /confirm/{token}}: asks on GET, for link scanners follow every link, and acts on POST,
 * once.
 */
final class ConfirmPage {

  private final Pages pages;
  private final Subscriptions subscriptions;

  ConfirmPage(Pages pages, Subscriptions subscriptions) {
    this.pages = pages;
    this.subscriptions = subscriptions;
  }

  void ask(Context context) {
    answer(context, subscriptions.look(context.pathParam("token")));
  }

  void confirm(Context context) {
    answer(context, subscriptions.confirm(context.pathParam("token"), Origin.NO_MAIL));
  }

  private void answer(Context context, Confirmation confirmation) {
    if (confirmation instanceof Confirmation.Open open) {
      pages.show(context, 200, "question", Map.of("matter", "confirm." + word(open.matter())));
    } else if (confirmation instanceof Confirmation.Done done) {
      show(context, 200, word(done.matter()) + "_done");
    } else if (confirmation instanceof Confirmation.Before) {
      show(context, 200, "before");
    } else if (confirmation instanceof Confirmation.TooLate) {
      show(context, 410, "too_late");
    } else {
      pages.show(context, 404, "bad-link", Map.of());
    }
  }

  private void show(Context context, int status, String outcome) {
    pages.show(context, status, "answer", Map.of("matter", "confirm." + outcome));
  }

  private static String word(Matter matter) {
    return matter.name().toLowerCase(Locale.ROOT);
  }
}
