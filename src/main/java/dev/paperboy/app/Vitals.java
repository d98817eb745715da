package dev.paperboy.app;

import dev.paperboy.inbound.MailboxUnavailable;
import dev.paperboy.store.Store;
import dev.paperboy.template.BrokenTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the steps are doing: when each last went well, what is wrong with it now, and whether it is
 * stuck: nothing was heard of it for {@link #LONGEST_SILENCE}, though it has not ended.
 */
final class Vitals {

  private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

  /** Longer than any step takes without a sign of life. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

  private final Clock clock;

  /** Of each running step the moment of its last sign of life, in nanoseconds. */
  private final Map<String, Long> running = new ConcurrentHashMap<>();

  private final LongSupplier nanoTime;
  private final Map<String, Instant> good = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();

  Vitals(Clock clock) {
    this(clock, System::nanoTime);
  }

  /**
   * @param nanoTime as {@link System#nanoTime}: a clock that is set does not make a step look stuck
   */
  Vitals(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** Runs a step. What it throws is logged, once as long as it stays the same, and remembered. */
  void watch(String step, Runnable work) {
    running.put(step, nanoTime.getAsLong());
    try {
      work.run();
      good.put(step, clock.instant());
      if (wrong.remove(step) != null) {
        LOG.info("The step {} works again", step);
      }
    } catch (Steps.CannotSend e) {
      wrong.put(step, String.valueOf(e.getMessage()));
    } catch (MailboxUnavailable e) {
      complain(step, e.getMessage() + " Nothing is lost; it is tried again.", null);
    } catch (BrokenTemplate e) {
      complain(step, "No mail is planned or sent: " + e.getMessage(), null);
    } catch (RuntimeException e) {
      Store.explain(e)
          .ifPresentOrElse(
              words -> complain(step, words, null),
              () -> complain(step, "The step " + step + " failed; it comes again: " + e, e));
    } catch (StackOverflowError | OutOfMemoryError e) {
      complain(step, "The step " + step + " failed; it comes again: " + e, e);
    } finally {
      running.remove(step);
    }
  }

  /** A running step has got on. */
  void alive(String step) {
    running.computeIfPresent(step, (name, since) -> nanoTime.getAsLong());
  }

  /** What is wrong, by step; empty when all is well. */
  Map<String, String> wrong() {
    Map<String, String> all = new TreeMap<>(wrong);
    long now = nanoTime.getAsLong();
    running.forEach(
        (step, since) -> {
          Duration silent = Duration.ofNanos(now - since);
          if (silent.compareTo(LONGEST_SILENCE) > 0) {
            all.put(step, "stuck: nothing was heard of it for " + silent.toMinutes() + " minutes");
          }
        });
    return all;
  }

  /** When each step last went well. */
  Map<String, Instant> good() {
    return new TreeMap<>(good);
  }

  private void complain(String step, String words, @Nullable Throwable cause) {
    if (!words.equals(wrong.put(step, words))) {
      LOG.error("{}", words, cause);
    }
  }
}
