package dev.paperboy.app;

import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the mails of another source; something happens after what they need was looked up, and
 * after each was made, directly before it is sent.
 */
record InterruptedSource(MailSource source, Runnable afterLookUp, Runnable beforeSending)
    implements MailSource {

  @Override
  public Prepared prepare(Delivery delivery) {
    Prepared prepared = source.prepare(delivery);
    beforeSending.run();
    return prepared;
  }

  @Override
  public Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    Function<Delivery, Prepared> mails = source.together(deliveries);
    afterLookUp.run();
    return delivery -> {
      Prepared prepared = mails.apply(delivery);
      beforeSending.run();
      return prepared;
    };
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    source.badAddress(delivery, reply);
  }
}
