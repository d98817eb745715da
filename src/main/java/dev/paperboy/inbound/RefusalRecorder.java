package dev.paperboy.inbound;

import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource;
import java.util.List;
import java.util.function.Function;

/**
 * A mail source that keeps the refusals of its mails with the bounces, so that both count alike.
 * Threads may share it.
 */
public record RefusalRecorder(MailSource source, FeedbackRecorder recorder) implements MailSource {

  @Override
  public Prepared prepare(Delivery delivery) {
    return source.prepare(delivery);
  }

  @Override
  public Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    return source.together(deliveries);
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    source.badAddress(delivery, reply);
  }

  @Override
  public void refused(Delivery delivery, String reply) {
    source.refused(delivery, reply);
    recorder.refused(delivery, reply);
  }

  @Override
  public void readmit(Delivery delivery, String reply) {
    recorder.readmit(delivery);
    source.readmit(delivery, reply);
  }
}
