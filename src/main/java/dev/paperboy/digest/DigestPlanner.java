package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digests.Cover;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.Interests;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who gets which digest now. A digest covers the editions after the subscriber's number up
 * to the newest and moves the number in the transaction that puts the mail in the outbox, so that
 * no crash and no second planner can repeat or lose a paper. One bad subscriber stops nobody else.
 * A page of subscribers shares a transaction, as a commit costs more than a digest.
 *
 * <p>Cost: of those who are due the ids are read at once and the rest page by page; papers are
 * analysed once for each distinct edition number; each distinct interest is evaluated once.
 */
public final class DigestPlanner {

  private static final Logger LOG = LoggerFactory.getLogger(DigestPlanner.class);
  private static final int PAGE = 500;

  /** Documents of interests remembered during a run. */
  static final int DOCUMENTS = 10_000;

  /** By so much the clocks of nodes may differ; what is further ahead is of a wrong one. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /** So many editions without a match are kept for the next mail, not more. */
  private static final int MOST_ROLLED = 14;

  private final PaperArchive archive;
  private final Readership readership;
  private final Digests digests;
  private final RunLog log;
  private final Clock clock;

  public DigestPlanner(
      PaperArchive archive, Readership readership, Digests digests, RunLog log, Clock clock) {
    this.archive = archive;
    this.readership = readership;
    this.digests = digests;
    this.log = log;
    this.clock = clock;
  }

  /** Plans for those whose hour has come, and sets their next one. */
  public RunSummary planDue() {
    if (log.latestEnd().filter(end -> end.isAfter(clock.instant().plus(AHEAD))).isPresent()) {
      setHoursRight();
    }
    return plan("schedule", clock.instant(), true);
  }

  /** Plans for everybody whose day it is, whatever their hour: the operator wants it now. */
  public RunSummary planAll() {
    return plan("operator", Subscribers.END_OF_TIME, false);
  }

  /**
   * The digest that the subscriber's interests would make of these editions; what {@code preview}
   * shows.
   */
  public Digest preview(Interests interests, List<Edition> editions) {
    Analyzer analyzer = new Analyzer(archive.vocabulary());
    return compose(interests, editions, new PaperBatch(archive.papersOf(editions), analyzer));
  }

  private RunSummary plan(String cause, Instant by, boolean scheduled) {
    Instant started = clock.instant();
    Batches batches = new Batches(archive);
    InterestsCache documents = new InterestsCache(readership.parser(), DOCUMENTS);
    Map<String, Integer> skipped = new TreeMap<>();
    Consumer<Skip> count = skip -> skipped.merge(skip.words(), 1, Integer::sum);
    AtomicInteger queued = new AtomicInteger();
    forEachPage(
        by,
        page -> {
          List<Cover> covers = new ArrayList<>();
          for (Subscriber subscriber : page) {
            decide(subscriber, documents.read(subscriber), batches, scheduled, covers)
                .ifPresent(count);
          }
          Set<Long> done = digests.cover(covers);
          for (Cover cover : covers) {
            missing(cover, done).ifPresentOrElse(count, queued::incrementAndGet);
          }
          if (scheduled) {
            schedule(page, documents);
          }
        });
    RunSummary summary = new RunSummary(queued.get(), skipped);
    if (summary.due() > 0 || !scheduled) {
      log.write(started, clock.instant(), cause, summary);
    }
    return summary;
  }

  /** Why there is no mail after this was written down; empty if there is one. */
  private static Optional<Skip> missing(Cover cover, Set<Long> done) {
    if (!done.contains(cover.subscriber().id())) {
      return Optional.of(Skip.ALREADY_PLANNED);
    }
    return cover.outcome() == Outcome.QUIET ? Optional.of(Skip.NO_MATCH) : Optional.empty();
  }

  /** Empty if there is something to write down, which then is added; else why not. */
  private Optional<Skip> decide(
      Subscriber subscriber,
      Optional<Interests> interests,
      Batches batches,
      boolean scheduled,
      List<Cover> covers) {
    try {
      if (interests.isEmpty()) {
        LOG.warn("{} has interests that cannot be read; see: paperboy why", subscriber);
        return Optional.of(Skip.UNREADABLE_INTERESTS);
      }
      LocalDate today = Pause.today(interests.get(), clock.instant());
      if (Pause.holds(subscriber, interests.get(), today)) {
        return Optional.of(Skip.PAUSED);
      }
      if (!scheduled && !DigestSlots.isDay(interests.get().digest().rhythm(), today)) {
        return Optional.of(Skip.OTHER_DAY);
      }
      Subscriber awake =
          subscriber.active() ? subscriber : readership.registrar().resume(subscriber);
      return cover(awake, interests.get(), batches, covers);
    } catch (JdbiException e) {
      throw e; // It is not about this subscriber: the next one would fail, too.
    } catch (RuntimeException e) {
      LOG.error("{} could not be planned; the others go on", subscriber, e);
      return Optional.of(Skip.ERROR);
    }
  }

  private Optional<Skip> cover(
      Subscriber subscriber, Interests interests, Batches batches, List<Cover> covers) {
    int covered = subscriber.progress().lastEdition();
    List<Edition> editions = batches.editionsAfter(covered);
    if (editions.isEmpty()) {
      return Optional.of(Skip.NO_NEW_EDITION);
    }
    Digest digest = compose(interests, editions, batches.after(covered));
    boolean mail = digest.matched() > 0 || worthTrending(digest, interests);
    boolean rolls = interests.digest().quietDay() == QuietDay.ROLL && editions.size() < MOST_ROLLED;
    if (!mail && rolls) {
      return Optional.of(Skip.ROLLED);
    }
    covers.add(Cover.of(subscriber, digest, mail ? Outcome.QUEUED : Outcome.QUIET));
    return Optional.empty();
  }

  private static boolean worthTrending(Digest digest, Interests interests) {
    return interests.digest().quietDay() == QuietDay.TRENDING && !digest.trending().isEmpty();
  }

  private static Digest compose(Interests interests, List<Edition> editions, PaperBatch batch) {
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

  /**
   * The clock was ahead, and a run made then has set hours that lie in that future: everybody's
   * next hour is set by the clock as it is now. Nobody gets a mail by this.
   */
  private void setHoursRight() {
    LOG.warn("The clock was put back: everybody's next digest is scheduled anew");
    Instant now = clock.instant();
    InterestsCache documents = new InterestsCache(readership.parser(), DOCUMENTS);
    forEachPage(
        Subscribers.END_OF_TIME,
        page ->
            schedule(
                page.stream().filter(s -> s.progress().nextDigestAt().isAfter(now)).toList(),
                documents));
    log.write(now, now, "clock", new RunSummary(0, Map.of()));
  }

  private void forEachPage(Instant by, Consumer<List<Subscriber>> each) {
    long[] due = readership.subscribers().due(by);
    for (int first = 0; first < due.length; first += PAGE) {
      long[] page = Arrays.copyOfRange(due, first, Math.min(due.length, first + PAGE));
      each.accept(readership.subscribers().dueAmong(page, by));
    }
  }

  private void schedule(List<Subscriber> page, InterestsCache documents) {
    Map<Long, Instant> next = new HashMap<>();
    page.forEach(subscriber -> next.put(subscriber.id(), nextOf(documents.read(subscriber))));
    readership.subscribers().schedule(next);
  }

  /** Those whose document cannot be read are looked at again tomorrow. */
  private Instant nextOf(Optional<Interests> interests) {
    return interests
        .map(i -> DigestSlots.nextAfter(i.digest().rhythm(), clock.instant()))
        .orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
  }
}
