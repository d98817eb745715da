package dev.paperboy.web;

import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /unsubscribe/{token}}: asks on GET, acts on POST. The POST is the one-click request of RFC
 * 8058 section 3.2 as well as the page's own form: whatever its body says, without cookies,
 * answered without redirect, and as often as a mail program likes.
 */
final class LeavePage {

  private final Pages pages;
  private final LinkHolders holders;
  private final Subscriptions subscriptions;

  LeavePage(Pages pages, LinkHolders holders, Subscriptions subscriptions) {
    this.pages = pages;
    this.holders = holders;
    this.subscriptions = subscriptions;
  }

  void ask(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.UNSUBSCRIBE);
    if (holder.isPresent() && holder.get().standing().state() != State.UNSUBSCRIBED) {
      show(context, "unsubscribe", holder.get());
    } else {
      answer(context, holder);
    }
  }

  void unsubscribe(Context context) throws IOException {
    RequestBody.read(context);
    Optional<Subscriber> holder = holders.of(context, Purpose.UNSUBSCRIBE);
    holder.ifPresent(
        s -> subscriptions.departures().leave(s, "by the link in a mail", Origin.NO_MAIL));
    answer(context, holder);
  }

  private void answer(Context context, Optional<Subscriber> gone) {
    if (gone.isPresent()) {
      show(context, "unsubscribed", gone.get());
    } else {
      pages.show(context, 404, "bad-link", Map.of());
    }
  }

  private void show(Context context, String page, Subscriber subscriber) {
    pages.show(context, 200, page, Map.of("address", subscriber.address().masked()));
  }
}
