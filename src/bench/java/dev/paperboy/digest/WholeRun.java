package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a run does for every reader, up to the finished selection: their interests matched, ranked
 * and cut, by the composer that production uses. Nothing is written.
 */
public final class WholeRun {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
  private static final Editions EDITIONS = new Editions(1, 1);

  /** As many as the planner reads at a time. */
  private static final int PAGE = 500;

  private final PaperBatch batch;
  private final int threads;

  /**
   * @param threads how many share the work, and the batch
   */
  public WholeRun(PaperBatch batch, int threads) {
    this.batch = batch;
    this.threads = threads;
  }

  /** What was done, so that runs can be compared and nothing is left out as unused. */
  public record Outcome(long readers, long papers, long more) {

    private Outcome plus(Outcome other) {
      return new Outcome(readers + other.readers, papers + other.papers, more + other.more);
    }
  }

  /** For readers whose interests are loaded. */
  public Outcome overLoaded(List<Interests> readers) {
    return share(readers.size(), (from, to) -> composed(batch, readers.subList(from, to)));
  }

  /** For readers in the store with the ids from 1 on, read page by page and parsed. */
  public Outcome overStored(Store store, int readers) {
    return share(readers, (from, to) -> stored(new Subscribers(store), from, to));
  }

  private interface Part {
    Outcome run(int from, int to);
  }

  private Outcome share(int readers, Part part) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Outcome>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int from = (int) ((long) readers * i / threads);
        int to = (int) ((long) readers * (i + 1) / threads);
        parts.add(() -> part.run(from, to));
      }
      Outcome sum = new Outcome(0, 0, 0);
      for (Future<Outcome> done : pool.invokeAll(parts)) {
        sum = sum.plus(done.get());
      }
      return sum;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** For some readers, on this thread. */
  public static Outcome composed(PaperBatch batch, List<Interests> readers) {
    long papers = 0;
    long more = 0;
    for (Interests interests : readers) {
      Digest digest = DigestComposer.compose(interests, batch, Digest.Days.of(DATE), EDITIONS);
      papers += digest.matched();
      more += digest.more();
    }
    return new Outcome(readers.size(), papers, more);
  }

  private Outcome stored(Subscribers subscribers, int from, int to) {
    InterestsCache documents =
        new InterestsCache(new InterestsParser(DigestWishes.DEFAULT), DigestPlanner.DOCUMENTS);
    Outcome sum = new Outcome(0, 0, 0);
    long[] due =
        Arrays.stream(subscribers.due(Subscribers.END_OF_TIME))
            .filter(id -> id > from && id <= to)
            .toArray();
    if (due.length != to - from) {
      throw new IllegalStateException(due.length + " readers of " + from + " to " + to);
    }
    for (int first = 0; first < due.length; first += PAGE) {
      long[] page = Arrays.copyOfRange(due, first, Math.min(due.length, first + PAGE));
      List<Interests> interests =
          subscribers.dueAmong(page, Subscribers.END_OF_TIME).stream()
              .map(reader -> read(documents, reader))
              .toList();
      sum = sum.plus(composed(batch, interests));
    }
    return sum;
  }

  private static Interests read(InterestsCache documents, Subscriber reader) {
    return documents
        .read(reader)
        .orElseThrow(() -> new IllegalStateException("cannot be read: " + reader.interests()));
  }
}
