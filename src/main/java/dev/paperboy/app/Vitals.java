package dev.paperboy.app;

import dev.paperboy.inbound.MailboxUnavailable;
import dev.paperboy.store.Store;
import dev.paperboy.template.BrokenTemplate;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the steps are doing: when each last went well, and what is wrong with it now. */
final class Vitals {

  private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

  private final Clock clock;
  private final Map<String, Instant> good = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();

  Vitals(Clock clock) {
    this.clock = clock;
  }

  /** Runs a step. What it throws is logged, once as long as it stays the same, and remembered. */
  void watch(String step, Runnable work) {
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
    }
  }

  /** What is wrong, by step; empty when all is well. */
  Map<String, String> wrong() {
    return new TreeMap<>(wrong);
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
