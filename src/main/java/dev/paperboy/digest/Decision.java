package dev.paperboy.digest;

import dev.paperboy.digest.Digests.Cover;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers.Move;
import java.util.Optional;

/**
 * What the planner has decided for one subscriber, as it read them.
 *
 * @param move where the subscriber is to stand then
 * @param cover the digest to write down; empty if none is made
 * @param skip why the subscriber gets no mail; empty if they get one
 */
record Decision(Move move, Optional<Cover> cover, Optional<Skip> skip) {

  static Decision skip(Move move, Skip why) {
    return new Decision(move, Optional.empty(), Optional.of(why));
  }

  static Decision cover(Move move, Cover cover) {
    Optional<Skip> skip =
        cover.outcome() == Outcome.QUIET ? Optional.of(Skip.NO_MATCH) : Optional.empty();
    return new Decision(move, Optional.of(cover), skip);
  }

  /** As the planner read them. */
  Subscriber subscriber() {
    return move.from();
  }

  /** Whether there is nothing to write down. */
  boolean isNothing() {
    return cover.isEmpty() && move.isNothing();
  }
}
