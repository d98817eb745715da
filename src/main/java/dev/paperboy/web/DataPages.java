package dev.paperboy.web;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Departures;
import dev.paperboy.subscriber.Subscriber;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is stored about a reader is theirs: {@code /data/{token}} hands it out, {@code
 * /erase/{token}} asks on GET and forgets it on POST, once they have typed their address. Both open
 * with the link for the interests and with the one for leaving.
 */
final class DataPages {

  private final Pages pages;
  private final LinkHolders holders;
  private final Departures departures;
  private final Function<Subscriber, String> stored;

  DataPages(Pages pages, LinkHolders holders, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.departures = parts.subscriptions().departures();
    this.stored = parts.stored();
  }

  void download(Context context) {
    Optional<Subscriber> reader = holders.oneself(context);
    if (reader.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    context
        .contentType("application/json")
        .header("Content-Disposition", "attachment; filename=\"paperboy-data.json\"")
        .result(stored.apply(reader.get()));
  }

  void ask(Context context) {
    ask(context, 200, holders.oneself(context), "");
  }

  void erase(Context context) {
    String typed = RequestBody.field(context, "address").orElse("").strip();
    Optional<Subscriber> reader = holders.oneself(context);
    if (reader.filter(r -> isAddressOf(r, typed)).isEmpty()) {
      ask(context, 422, reader, "page.erase.wrong");
      return;
    }
    departures.erase(reader.orElseThrow());
    pages.show(context, 200, "answer", Map.of("matter", "erase.done"));
  }

  private static boolean isAddressOf(Subscriber reader, String typed) {
    return EmailAddress.parse(typed)
        .filter(address -> address.key().equals(reader.address().key()))
        .isPresent();
  }

  private void ask(Context context, int status, Optional<Subscriber> reader, String problem) {
    if (reader.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    pages.show(
        context,
        status,
        "erase",
        Map.of(
            "address", reader.get().address().masked(),
            "ways", holders.ways(context, reader.get()),
            "problem", problem));
  }
}
