package dev.paperboy.outbox;

import dev.paperboy.outbox.MailSource.Prepared;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries that are taken and not begun. All connections of a dispatch draw from it, so that
 * one transaction and one look at the store serve many mails, and what is being sent at the same
 * time lies side by side in the store: writing down how it ended changes few of its pages. Threads
 * share it.
 */
final class Hand {

  private static final Logger LOG = LoggerFactory.getLogger(Hand.class);

  private final Leases leases;
  private final MailSource source;
  private final int connections;
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private final Lock taking = new ReentrantLock();

  Hand(Leases leases, MailSource source, int connections) {
    this.leases = leases;
    this.source = source;
    this.connections = connections;
  }

  /**
   * A delivery that is ours to send.
   *
   * @param mail makes what is to be sent, as {@link MailSource#prepare}
   */
  record Taken(Delivery delivery, Supplier<Prepared> mail) {}

  /**
   * The next one to be sent; none only if none is due.
   *
   * @param most how many to take at once; one means that none is taken before it can be sent
   */
  Optional<Taken> next(int most) {
    Taken first = taken.poll();
    if (first == null) {
      return wait(most);
    }
    boolean few = most > 1 && taken.size() < Math.max(connections, most / 2);
    if (few && taking.tryLock()) {
      try {
        take(most);
      } finally {
        taking.unlock();
      }
    }
    return Optional.of(first);
  }

  /** Gives back what is left. Only when nothing is being sent any more. */
  void release() {
    if (!taken.isEmpty()) {
      taken.clear();
      leases.releaseAll();
    }
  }

  private Optional<Taken> wait(int most) {
    taking.lock();
    try {
      if (taken.isEmpty()) {
        take(most);
      }
      return Optional.ofNullable(taken.poll());
    } finally {
      taking.unlock();
    }
  }

  private void take(int most) {
    List<Delivery> deliveries = leases.take(most);
    Function<Delivery, Prepared> mails = together(deliveries);
    deliveries.forEach(delivery -> taken.add(new Taken(delivery, () -> mails.apply(delivery))));
  }

  /** If one of them cannot be looked up, each is on its own, and the others go on. */
  private Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    try {
      return source.together(deliveries);
    } catch (JdbiException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("{} deliveries are prepared one by one: {}", deliveries.size(), e.toString());
      return source::prepare;
    }
  }
}
