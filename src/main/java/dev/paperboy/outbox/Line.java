package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.Transport;
import dev.paperboy.store.GroupCommit.Commit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, with the result of its last mail on its way into the store: the next mail may be
 * taken and rendered meanwhile, and is not begun before that result is durable. For one thread.
 */
final class Line implements AutoCloseable {

  private final Transport.Connection connection;
  private final Recorder recorder;
  private final Tally tally;
  private final Runnable afterEach;
  private @Nullable Commit last;

  /**
   * @param afterEach called when it is written down how a delivery ended
   */
  Line(Transport.Connection connection, Recorder recorder, Tally tally, Runnable afterEach) {
    this.connection = connection;
    this.recorder = recorder;
    this.tally = tally;
    this.afterEach = afterEach;
  }

  Tally tally() {
    return tally;
  }

  /** Only after {@link #settle}. */
  DeliveryResult send(OutgoingMail mail) {
    return connection.send(mail);
  }

  /** Begins to write the result down. Whatever is not as hoped is written down at once. */
  void record(Delivery delivery, DeliveryResult result) {
    last = recorder.record(delivery, result, tally);
    if (!(result instanceof Accepted)) {
      settle();
    }
  }

  /**
   * Returns when the result of the last mail is durable.
   *
   * @throws org.jdbi.v3.core.JdbiException if the store fails; the result is kept in memory
   */
  void settle() {
    Commit commit = last;
    last = null;
    if (commit != null) {
      commit.await();
      ended();
    }
  }

  /** It is written down how a delivery ended. */
  void ended() {
    afterEach.run();
  }

  @Override
  public void close() {
    try (connection) {
      settle();
    }
  }
}
