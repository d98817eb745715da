package dev.paperboy.digest;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One planning run, page by page. Those who have changed between being read and being written are
 * read again and decided anew; everybody is counted once. For one thread.
 */
final class PlanningRun {

  /** Nobody changes so often in a moment. */
  private static final int MOST_LOOKS = 4;

  private final Subscribers subscribers;
  private final Digests digests;
  private final PlanningRules rules;
  private final Instant by;
  private final Map<String, Integer> skipped = new TreeMap<>();
  private int queued;

  /**
   * @param by whoever is due by then
   */
  PlanningRun(Subscribers subscribers, Digests digests, PlanningRules rules, Instant by) {
    this.subscribers = subscribers;
    this.digests = digests;
    this.rules = rules;
    this.by = by;
  }

  /** Plans for those of these subscribers who are still due. */
  void plan(long[] page) {
    Map<Long, Subscriber> before = new HashMap<>();
    long[] left = page;
    for (int look = 0; look < MOST_LOOKS && left.length > 0; look++) {
      List<Subscriber> due = subscribers.dueAmong(left, by);
      countAbsent(left, due);
      left = write(decide(due, before));
    }
    Arrays.stream(left).forEach(id -> count(Skip.CHANGED));
  }

  RunSummary summary() {
    return new RunSummary(queued, skipped);
  }

  private List<Decision> decide(List<Subscriber> due, Map<Long, Subscriber> before) {
    List<Decision> decisions = new ArrayList<>();
    for (Subscriber subscriber : due) {
      Subscriber earlier = before.put(subscriber.id(), subscriber);
      if (earlier != null && hasAdvanced(earlier, subscriber)) {
        count(Skip.ALREADY_PLANNED);
      } else {
        decisions.add(rules.decide(subscriber));
      }
    }
    return decisions;
  }

  private static boolean hasAdvanced(Subscriber earlier, Subscriber now) {
    return now.progress().lastEdition() > earlier.progress().lastEdition();
  }

  /** The answer is for whom nothing was written, as they have changed. */
  private long[] write(List<Decision> decisions) {
    Set<Long> done =
        new HashSet<>(digests.write(decisions.stream().filter(d -> !d.isNothing()).toList()));
    decisions.stream().filter(Decision::isNothing).forEach(d -> done.add(d.subscriber().id()));
    for (Decision decision : decisions) {
      if (done.contains(decision.subscriber().id())) {
        decision.skip().ifPresentOrElse(this::count, () -> queued++);
      }
    }
    return decisions.stream()
        .mapToLong(decision -> decision.subscriber().id())
        .filter(id -> !done.contains(id))
        .toArray();
  }

  private void countAbsent(long[] ids, List<Subscriber> due) {
    Set<Long> there = due.stream().map(Subscriber::id).collect(Collectors.toSet());
    List<Long> absent = Arrays.stream(ids).boxed().filter(id -> !there.contains(id)).toList();
    int stay = 0;
    for (Subscriber reader : subscribers.with(absent)) {
      if (reader.active() || reader.standing().state() == State.PAUSED) {
        count(Skip.ALREADY_PLANNED);
        stay++;
      }
    }
    for (int gone = stay; gone < absent.size(); gone++) {
      count(Skip.LEFT);
    }
  }

  private void count(Skip why) {
    skipped.merge(why.words(), 1, Integer::sum);
  }
}
