package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digests.Cover;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.Interests;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers.Move;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run decides for one subscriber; it changes nothing. For one thread. */
final class PlanningRules {

  private static final Logger LOG = LoggerFactory.getLogger(PlanningRules.class);

  /** So many editions without a match are kept for the next mail, not more. */
  private static final int MOST_ROLLED = 14;

  private final InterestsCache documents;
  private final Batches batches;
  private final boolean scheduled;
  private final Clock clock;

  /**
   * @param scheduled whether it goes by the subscribers' hours; else by their days
   */
  PlanningRules(InterestsCache documents, Batches batches, boolean scheduled, Clock clock) {
    this.documents = documents;
    this.batches = batches;
    this.scheduled = scheduled;
    this.clock = clock;
  }

  Decision decide(Subscriber subscriber) {
    Optional<Interests> interests = documents.read(subscriber);
    try {
      if (interests.isPresent()) {
        return decide(subscriber, interests.get());
      }
      LOG.warn("{} has interests that cannot be read; see: paperboy why", subscriber);
      return Decision.skip(stay(subscriber, interests), Skip.UNREADABLE_INTERESTS);
    } catch (JdbiException e) {
      throw e; // It is not about this subscriber: the next one would fail, too.
    } catch (RuntimeException e) {
      LOG.error("{} could not be planned; the others go on", subscriber, e);
      return Decision.skip(stay(subscriber, interests), Skip.ERROR);
    }
  }

  /** The subscriber as they are, at their next hour. */
  Move reschedule(Subscriber subscriber) {
    return stay(subscriber, documents.read(subscriber));
  }

  private Decision decide(Subscriber subscriber, Interests interests) {
    LocalDate today = Pause.today(interests, clock.instant());
    if (Pause.holds(subscriber, interests, today)) {
      return Decision.skip(stay(subscriber, Optional.of(interests)), Skip.PAUSED);
    }
    if (!scheduled && !DigestSlots.isDay(interests.digest().rhythm(), today)) {
      return Decision.skip(stay(subscriber, Optional.of(interests)), Skip.OTHER_DAY);
    }
    return cover(subscriber, interests);
  }

  private Decision cover(Subscriber subscriber, Interests interests) {
    int covered = subscriber.progress().lastEdition();
    List<Edition> editions = batches.editionsAfter(covered);
    if (editions.isEmpty()) {
      return Decision.skip(awake(subscriber, interests, covered), Skip.NO_NEW_EDITION);
    }
    Digest digest = compose(interests, editions, batches.after(covered));
    boolean mail = digest.matched() > 0 || worthTrending(digest, interests);
    boolean rolls = interests.digest().quietDay() == QuietDay.ROLL && editions.size() < MOST_ROLLED;
    if (!mail && rolls) {
      return Decision.skip(awake(subscriber, interests, covered), Skip.ROLLED);
    }
    return Decision.cover(
        awake(subscriber, interests, digest.editions().last()),
        Cover.of(subscriber, digest, mail ? Outcome.QUEUED : Outcome.QUIET));
  }

  private static boolean worthTrending(Digest digest, Interests interests) {
    return interests.digest().quietDay() == QuietDay.TRENDING && !digest.trending().isEmpty();
  }

  static Digest compose(Interests interests, List<Edition> editions, PaperBatch batch) {
    boolean weekly = interests.digest().rhythm().every() == Every.WEEK;
    Days days =
        new Days(
            editions.stream().map(Edition::digestDate).min(LocalDate::compareTo).orElseThrow(),
            editions.stream().map(Edition::digestDate).max(LocalDate::compareTo).orElseThrow(),
            weekly);
    int last = editions.get(editions.size() - 1).number();
    return DigestComposer.compose(
        interests, batch, days, new Editions(editions.get(0).number(), last));
  }

  private Move awake(Subscriber subscriber, Interests interests, int lastEdition) {
    return new Move(subscriber, true, lastEdition, next(subscriber, Optional.of(interests)));
  }

  private Move stay(Subscriber subscriber, Optional<Interests> interests) {
    int covered = subscriber.progress().lastEdition();
    return new Move(subscriber, false, covered, next(subscriber, interests));
  }

  /** Those whose document cannot be read are looked at again tomorrow. */
  private Instant next(Subscriber subscriber, Optional<Interests> interests) {
    if (!scheduled) {
      return subscriber.progress().nextDigestAt();
    }
    return interests
        .map(i -> DigestSlots.nextAfter(i.digest().rhythm(), clock.instant()))
        .orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
  }
}
