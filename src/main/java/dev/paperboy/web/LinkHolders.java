package dev.paperboy.web;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.util.Optional;

/** Whose link a request came by. */
record LinkHolders(Tokens tokens, Subscribers subscribers) {

  /** The subscriber whose token stands in the path, if it is one for this purpose. */
  Optional<Subscriber> of(Context context, Purpose purpose) {
    return tokens.holder(context.pathParam("token"), purpose).flatMap(subscribers::find);
  }
}
