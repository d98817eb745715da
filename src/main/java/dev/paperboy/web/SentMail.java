package dev.paperboy.web;

import dev.paperboy.digest.Digests;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.util.Optional;

/** The mail that a link below {@code /reader/{token}/} is about, and whose it is. */
record SentMail(Subscriber reader, PlannedDigest planned) {

  /** The mail that brought the edition in the path to the holder of the token in it. */
  static Optional<SentMail> of(Context context, LinkHolders holders, Digests digests) {
    int edition = PathNumber.in(context, "edition");
    return holders
        .of(context, Purpose.VIEW)
        .flatMap(
            reader ->
                digests
                    .covering(reader.id(), edition)
                    .map(planned -> new SentMail(reader, planned)));
  }
}
