package dev.paperboy.web;

import dev.paperboy.notice.Changed;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.util.Map;

/**
 * {@code /undo/{token}}: takes back the change of interests that a mail told of. Asks on GET, acts
 * on POST, once.
 */
final class UndoPage {

  private final Pages pages;
  private final Tokens tokens;
  private final Subscriptions subscriptions;

  UndoPage(Pages pages, WebParts parts) {
    this.pages = pages;
    this.tokens = parts.tokens();
    this.subscriptions = parts.subscriptions();
  }

  void ask(Context context) {
    if (isWrong(context)) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    boolean open = subscriptions.lookUndo(context.pathParam("token")).isPresent();
    show(context, open ? 200 : 410, open ? "question" : "answer", open ? "ask" : "nothing");
  }

  void undo(Context context) {
    if (isWrong(context)) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    Changed changed = subscriptions.undo(context.pathParam("token"), Origin.NO_MAIL);
    boolean done = changed instanceof Changed.Done || changed instanceof Changed.Same;
    show(context, done ? 200 : 410, "answer", done ? "done" : "nothing");
  }

  private boolean isWrong(Context context) {
    return tokens.grant(context.pathParam("token"), Purpose.UNDO).isEmpty();
  }

  private void show(Context context, int status, String page, String outcome) {
    pages.show(context, status, page, Map.of("matter", "undo." + outcome));
  }
}
