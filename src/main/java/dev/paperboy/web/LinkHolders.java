package dev.paperboy.web;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whose link a request came by. */
record LinkHolders(Tokens tokens, Subscribers subscribers) {

  /** The subscriber whose token stands in the path, if it is one for this purpose. */
  Optional<Subscriber> of(Context context, Purpose purpose) {
    return tokens.holder(context.pathParam("token"), purpose).flatMap(subscribers::find);
  }

  /**
   * The same for what is stored about a subscriber: whoever may change the interests, or end the
   * subscription, may have and erase it. Every mail has both links.
   */
  Optional<Subscriber> oneself(Context context) {
    return of(context, Purpose.INTERESTS).or(() -> of(context, Purpose.UNSUBSCRIBE));
  }

  /**
   * Where whoever came by a link for the interests, or for leaving, can go from there, for {@code
   * reader.ftlh}: paths by name. Those that no mail has had yet are left out.
   */
  Map<String, String> ways(Context context, Subscriber reader) {
    Map<String, String> ways = new HashMap<>();
    String token = context.pathParam("token");
    ways.put("data", "/data/" + token);
    ways.put("erase", "/erase/" + token);
    tokens.known(reader, Purpose.FEED).ifPresent(t -> ways.put("feed", "/feed/" + t + ".atom"));
    tokens
        .known(reader, Purpose.INTERESTS)
        .ifPresent(t -> ways.put("interests", "/interests/" + t));
    tokens
        .known(reader, Purpose.UNSUBSCRIBE)
        .ifPresent(t -> ways.put("leave", "/unsubscribe/" + t));
    return ways;
  }
}
