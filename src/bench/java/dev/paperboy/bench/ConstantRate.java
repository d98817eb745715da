package dev.paperboy.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at a constant rate, whether or not those before were answered. A time counts from
 * when its request was to be sent, so that a server that stalls does not look fast (coordinated
 * omission).
 */
final class ConstantRate {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * What came of the requests.
   *
   * @param millis sorted
   * @param statuses how many answers of each status; 0: none came
   */
  record Outcome(double[] millis, Map<Integer, Integer> statuses) {

    /** The time that so many of a hundred do not exceed. */
    double percentile(double percent) {
      int index = (int) Math.ceil(millis.length * percent / 100) - 1;
      return millis[Math.max(0, index)];
    }

    /** Of several parts; empty if there are none. */
    static Optional<Outcome> together(List<Outcome> parts) {
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      double[] millis =
          parts.stream().flatMapToDouble(part -> Arrays.stream(part.millis())).sorted().toArray();
      Map<Integer, Integer> statuses = new TreeMap<>();
      parts.forEach(
          part -> part.statuses().forEach((what, n) -> statuses.merge(what, n, Integer::sum)));
      return Optional.of(new Outcome(millis, statuses));
    }

    int answered(int status) {
      return statuses.getOrDefault(status, 0);
    }
  }

  /**
   * Sends and waits for the answers.
   *
   * @param requests by number, from 0
   */
  Outcome run(int perSecond, int count, IntFunction<HttpRequest> requests)
      throws InterruptedException {
    double[] millis = new double[count];
    Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    CountDownLatch open = new CountDownLatch(count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int number = i;
      client
          .sendAsync(requests.apply(i), BodyHandlers.ofByteArray())
          .handle(
              (answer, failure) -> {
                millis[number] = (System.nanoTime() - due) / 1e6;
                statuses
                    .computeIfAbsent(status(answer), status -> new AtomicInteger())
                    .incrementAndGet();
                open.countDown();
                return null;
              });
    }
    if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(open.getCount() + " requests were never answered");
    }
    Arrays.sort(millis);
    Map<Integer, Integer> counts = new TreeMap<>();
    statuses.forEach((status, number) -> counts.put(status, number.get()));
    return new Outcome(millis, counts);
  }

  private static int status(@Nullable HttpResponse<?> answer) {
    return answer == null ? 0 : answer.statusCode();
  }
}
