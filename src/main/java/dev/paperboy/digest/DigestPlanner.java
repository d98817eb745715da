package dev.paperboy.digest;

import dev.paperboy.interest.Interests;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who gets which digest now. A digest covers the editions after the subscriber's number up
 * to the newest and moves the number in the transaction that puts the mail in the outbox, so that
 * no crash and no second planner can repeat or lose a paper. Nothing is written for a subscriber
 * who is not as they were read, so that nothing is undone that a reader decided meanwhile; they are
 * looked at again. One bad subscriber stops nobody else. A page of subscribers shares a
 * transaction, as a commit costs more than a digest.
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
    return PlanningRules.compose(
        interests, editions, new PaperBatch(archive.papersOf(editions), analyzer));
  }

  private RunSummary plan(String cause, Instant by, boolean scheduled) {
    Instant started = clock.instant();
    PlanningRules rules = new PlanningRules(documents(), new Batches(archive), scheduled, clock);
    PlanningRun run = new PlanningRun(readership.subscribers(), digests, rules, by);
    forEachPage(by, run::plan);
    RunSummary summary = run.summary();
    if (summary.due() > 0 || !scheduled) {
      log.write(started, clock.instant(), cause, summary);
    }
    return summary;
  }

  private InterestsCache documents() {
    return new InterestsCache(readership.parser(), DOCUMENTS);
  }

  /**
   * The clock was ahead, and a run made then has set hours that lie in that future: everybody's
   * next hour is set by the clock as it is now. Nobody gets a mail by this.
   */
  private void setHoursRight() {
    LOG.warn("The clock was put back: everybody's next digest is scheduled anew");
    Instant now = clock.instant();
    PlanningRules rules = new PlanningRules(documents(), new Batches(archive), true, clock);
    Subscribers subscribers = readership.subscribers();
    forEachPage(
        Subscribers.END_OF_TIME,
        page ->
            subscribers.move(
                subscribers.dueAmong(page, Subscribers.END_OF_TIME).stream()
                    .filter(subscriber -> subscriber.progress().nextDigestAt().isAfter(now))
                    .map(rules::reschedule)
                    .toList(),
                now));
    log.write(now, now, "clock", new RunSummary(0, Map.of()));
  }

  private void forEachPage(Instant by, Consumer<long[]> each) {
    long[] due = readership.subscribers().due(by);
    for (int first = 0; first < due.length; first += PAGE) {
      each.accept(Arrays.copyOfRange(due, first, Math.min(due.length, first + PAGE)));
    }
  }
}
