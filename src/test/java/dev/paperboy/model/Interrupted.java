package dev.paperboy.model;

import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import java.util.List;
import java.util.function.Function;

/** Makes the mails of another source; before each is made and before it is sent, others may act. */
record Interrupted(MailSource source, Runnable between) implements MailSource {

  @Override
  public Prepared prepare(Delivery delivery) {
    between.run();
    Prepared prepared = source.prepare(delivery);
    between.run();
    return prepared;
  }

  @Override
  public Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    Function<Delivery, Prepared> mails = source.together(deliveries);
    return delivery -> {
      between.run();
      Prepared prepared = mails.apply(delivery);
      between.run();
      return prepared;
    };
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    source.badAddress(delivery, reply);
  }
}
