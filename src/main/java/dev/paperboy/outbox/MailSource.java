package dev.paperboy.outbox;

import dev.paperboy.mail.OutgoingMail;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Makes the mail of a delivery, just before it is sent. Called by several threads. */
public interface MailSource {

  /** Looks at the subscriber once more and renders the mail. */
  Prepared prepare(Delivery delivery);

  /**
   * Looks up at once what the mails of several deliveries need that are about to be sent.
   *
   * @return makes each as {@link #prepare} does; may be called by several threads, and long after
   */
  default Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    return this::prepare;
  }

  /** The address does not exist or takes no mail: nothing more is to be sent to it. */
  void badAddress(Delivery delivery, String reply);

  /**
   * The mail is given up, and nothing shows that the address is bad: it counts as a soft bounce.
   */
  default void refused(Delivery delivery, String reply) {}

  /**
   * What was reported as {@link #badAddress} or {@link #refused} says nothing about the recipient
   * after all: what followed of it is undone. May be called for a mail of which nothing was
   * reported.
   */
  default void readmit(Delivery delivery, String reply) {}

  /** What {@link #prepare} found. */
  sealed interface Prepared {

    /**
     * Send this.
     *
     * @param stands asked directly before it is sent: false if the recipient has decided something
     *     since it was made, and it is to be prepared again
     */
    record Ready(OutgoingMail mail, BooleanSupplier stands) implements Prepared {

      /** One that depends on nothing that can change. */
      public Ready(OutgoingMail mail) {
        this(mail, () -> true);
      }
    }

    /** Do not send it, ever: the subscriber has left, for instance. */
    record Cancel(String reason) implements Prepared {}

    /**
     * Do not send it: its content is to come with a later mail. What the source keeps about it is
     * taken back in the transaction that cancels the delivery: both happen or none.
     *
     * @param undo whether it could be taken back; if not, the delivery waits for its reader
     * @param nextLook until when it waits then
     * @param paused whether its reader is expected back, and it does not grow old until then
     */
    record TakeBack(String reason, Predicate<Handle> undo, Instant nextLook, boolean paused)
        implements Prepared {}

    /**
     * No mail can be made now, for nobody, and the recipient is not to blame: a broken template.
     */
    record Hold(String reason) implements Prepared {}
  }
}
