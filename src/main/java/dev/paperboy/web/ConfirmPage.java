package dev.paperboy.web;

import dev.paperboy.notice.Confirmation;
import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Signup;
import dev.paperboy.notice.Subscriptions;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /confirm/{token}}: shows on GET what is to be confirmed, because link scanners follow
 * every link, and acts on POST, once: yes, or no with {@code answer=no}.
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
    String token = context.pathParam("token");
    boolean no = RequestBody.field(context, "answer").filter("no"::equals).isPresent();
    answer(
        context, no ? subscriptions.refuse(token) : subscriptions.confirm(token, Origin.NO_MAIL));
  }

  private void answer(Context context, Confirmation confirmation) {
    if (confirmation instanceof Confirmation.Open open) {
      ask(context, open);
    } else if (confirmation instanceof Confirmation.Done done) {
      show(context, 200, word(done.matter()) + "_done");
    } else if (confirmation instanceof Confirmation.Refused refused) {
      show(context, 200, word(refused.matter()) + "_refused");
    } else if (confirmation instanceof Confirmation.Before) {
      show(context, 200, "before");
    } else if (confirmation instanceof Confirmation.TooLate) {
      show(context, 410, "too_late");
    } else {
      pages.show(context, 404, "bad-link", Map.of());
    }
  }

  private void ask(Context context, Confirmation.Open open) {
    Map<String, Object> values = new HashMap<>();
    values.put("matter", "confirm." + word(open.matter()));
    Signup signup = open.signup();
    if (signup != null) {
      values.put("interests", signup.names());
      values.put("more", signup.more());
      values.put("when", signup.when(pages.texts(context)));
    }
    boolean declinable = open.matter() != Matter.RETURN;
    pages.show(context, 200, declinable ? "confirm" : "question", values);
  }

  private void show(Context context, int status, String outcome) {
    pages.show(context, status, "answer", Map.of("matter", "confirm." + outcome));
  }

  private static String word(Matter matter) {
    return matter.name().toLowerCase(Locale.ROOT);
  }
}
