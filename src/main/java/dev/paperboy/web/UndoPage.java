package dev.paperboy.web;

import dev.paperboy.notice.Changed;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import io.javalin.http.Context;
import java.util.Map;

/**
 * {@code /undo/{token}}: takes back the change of interests that a mail told of. Asks on GET, acts
 * on POST, once.
 */
final class UndoPage {

  private final Pages pages;
  private final Subscriptions subscriptions;

  UndoPage(Pages pages, Subscriptions subscriptions) {
    this.pages = pages;
    this.subscriptions = subscriptions;
  }

  void ask(Context context) {
    boolean open = subscriptions.lookUndo(context.pathParam("token")).isPresent();
    show(context, open ? 200 : 410, open ? "question" : "answer", open ? "ask" : "nothing");
  }

  void undo(Context context) {
    Changed changed = subscriptions.undo(context.pathParam("token"), Origin.NO_MAIL);
    boolean done = changed instanceof Changed.Done || changed instanceof Changed.Same;
    show(context, done ? 200 : 410, "answer", done ? "done" : "nothing");
  }

  private void show(Context context, int status, String page, String outcome) {
    pages.show(context, status, page, Map.of("matter", "undo." + outcome));
  }
}
