package dev.paperboy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one thing, round by round. */
final class Timings {

  /** What is counted. */
  enum Clock {
    /** Time that passes. */
    WALL,
    /** Processor time of the whole process, garbage collection included: for a busy machine. */
    CPU;

    private long nanos() {
      return this == WALL
          ? System.nanoTime()
          : ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getProcessCpuTime();
    }
  }

  private final Clock clock;
  private final List<Long> nanos = new ArrayList<>();

  Timings(Clock clock) {
    this.clock = clock;
  }

  /** Runs it once and notes how long it took. */
  <T> T time(Task<T> task) throws Exception {
    long start = clock.nanos();
    T result = task.run();
    nanos.add(clock.nanos() - start);
    return result;
  }

  /** Something that takes time. */
  interface Task<T> {
    T run() throws Exception;
  }

  /** The middle of all rounds after the first ones, which only warm up; milliseconds. */
  double median(int warmups) {
    List<Long> sorted = new ArrayList<>(nanos.subList(warmups, nanos.size()));
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    long median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return median / 1e6;
  }

  /** Milliseconds with three digits that count. */
  static String shown(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%,.2f" : "%,.0f", millis);
  }
}
