package dev.paperboy.model;

import dev.paperboy.subscriber.Subscriber.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docs/architecture.md} promises one reader, after everything that has happened so far:
 * the oracle of the model. It knows no races, as it takes one step after the other.
 */
final class Promise {

  private static final int MOST_ROLLED = 14;

  private final Editions editions;
  Wishes wishes;
  State state = State.ACTIVE;
  @Nullable LocalDate until;
  Instant since;
  private State before = State.ACTIVE;
  private @Nullable LocalDate pausedBefore;
  int covered;
  Instant next;
  final List<Waiting> waiting;

  /** Papers that came, each with the mail that brought it, and the mails that may come again. */
  private final Map<Integer, String> arrived;

  private final Set<String> doubtful;

  Promise(Editions editions, Wishes wishes, Instant now) {
    this.editions = editions;
    this.wishes = wishes;
    this.since = now;
    this.covered = editions.starting();
    this.next = wishes.nextHour(now);
    this.waiting = new ArrayList<>();
    this.arrived = new HashMap<>();
    this.doubtful = new HashSet<>();
  }

  private Promise(Promise other) {
    editions = other.editions;
    wishes = other.wishes;
    state = other.state;
    until = other.until;
    since = other.since;
    before = other.before;
    pausedBefore = other.pausedBefore;
    covered = other.covered;
    next = other.next;
    waiting = new ArrayList<>(other.waiting);
    arrived = other.arrived;
    doubtful = other.doubtful;
  }

  /** Another future of the same reader; what has arrived they share. */
  Promise copy() {
    return new Promise(this);
  }

  boolean isHere() {
    return state == State.ACTIVE || state == State.PAUSED;
  }

  boolean isPaused(Instant now) {
    LocalDate today = wishes.today(now);
    boolean byCommand = state == State.PAUSED && (until == null || today.isBefore(until));
    return byCommand || wishes.pausesOn(today);
  }

  void pause(@Nullable LocalDate day, Instant now) {
    if (isHere()) {
      since = state == State.PAUSED ? since : now;
      state = State.PAUSED;
      until = day;
      withdraw();
    }
  }

  void resume(Instant now) {
    if (!isHere()) {
      boolean atOnce = since.isAfter(now.minus(Duration.ofDays(1)));
      covered = atOnce ? covered : Math.max(covered, editions.starting());
      next = wishes.nextHour(now);
    }
    since = state == State.ACTIVE ? since : now;
    state = State.ACTIVE;
    until = null;
  }

  void leave(Instant now) {
    go(State.UNSUBSCRIBED, now);
  }

  void suppress(Instant now) {
    if (state != State.SUPPRESSED) {
      before = state;
      pausedBefore = until;
    }
    go(State.SUPPRESSED, now);
  }

  private void go(State gone, Instant now) {
    since = state == gone ? since : now;
    state = gone;
    until = null;
    withdraw();
  }

  /** The suppression was a mistake: as before, and nothing is missed. */
  void lift(Instant now) {
    if (state == State.SUPPRESSED) {
      state = before;
      until = pausedBefore;
      since = now;
      next = next.isAfter(now) ? next : wishes.nextHour(now);
    }
  }

  void change(Wishes fresh, Instant now) {
    wishes = fresh;
    next = next.isAfter(now) ? fresh.nextHour(now) : next;
    if (fresh.pausesOn(fresh.today(now))) {
      withdraw();
    }
  }

  /** The newest digests that wait give their papers back. */
  private void withdraw() {
    for (int i = waiting.size() - 1; i >= 0 && waiting.get(i).free(); i--) {
      giveBack(waiting.get(i));
    }
  }

  /** As long as no later one was planned. */
  void giveBack(Waiting digest) {
    if (digest.last() == covered) {
      covered = digest.first() - 1;
      waiting.remove(digest);
    }
  }

  /** A planning run by the readers' hours. */
  void planDue(Instant now) {
    if (isHere() && !next.isAfter(now)) {
      next = wishes.nextHour(now);
      plan(now);
    }
  }

  /** A planning run of the operator, by the readers' days. */
  void planAll(Instant now) {
    if (isHere() && !isPaused(now) && wishes.isDay(wishes.today(now))) {
      plan(now);
    }
  }

  private void plan(Instant now) {
    if (isPaused(now)) {
      return;
    }
    if (state == State.PAUSED) {
      state = State.ACTIVE;
      until = null;
      since = now;
    }
    List<Editions.Edition> due = editions.after(covered);
    Set<Integer> papers = Editions.matching(wishes.topics(), due);
    if (due.isEmpty() || (papers.isEmpty() && wishes.rolls() && due.size() < MOST_ROLLED)) {
      return;
    }
    covered = due.get(due.size() - 1).number();
    if (!papers.isEmpty()) {
      waiting.add(new Waiting(due.get(0).number(), covered, papers, true));
    }
  }

  /** Nobody gets mail who does not want it, and no mail that was not planned for them. */
  Waiting begin(Set<Integer> papers, Instant now) {
    if (!isHere() || isPaused(now)) {
      throw new AssertionError("a mail goes to a reader who wants none: " + this);
    }
    return waiting.stream()
        .filter(digest -> digest.papers().equals(papers))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a mail with " + papers + " goes to " + this));
  }

  /**
   * A mail has arrived; never with a paper that came before, but for a mail in doubt.
   *
   * @param known whether the sender learns of it
   */
  void arrive(Waiting digest, String messageId, boolean known) {
    for (int paper : digest.papers()) {
      String earlier = arrived.get(paper);
      if (earlier != null && !doubtful.contains(earlier)) {
        throw new AssertionError("paper " + paper + " comes twice to " + this);
      }
      arrived.put(paper, messageId);
    }
    if (known) {
      waiting.remove(digest);
    } else {
      doubtful.add(messageId);
    }
  }

  @Override
  public String toString() {
    return "%s%s, covered %d, next %s, waiting %s, %s"
        .formatted(state, until == null ? "" : " until " + until, covered, next, waiting, wishes);
  }
}
