package dev.paperboy.outbox;

import java.util.Map;
import java.util.Optional;

/** Asks for each mail the source of its kind. Threads may share it. */
public final class MailSources implements MailSource {

  private final Map<String, MailSource> sources;

  /**
   * @param sources by the kind of delivery
   */
  public MailSources(Map<String, MailSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    return source(delivery)
        .map(source -> source.prepare(delivery))
        .orElseGet(() -> new Prepared.Cancel("nobody makes mails of this kind any more"));
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    source(delivery).ifPresent(source -> source.badAddress(delivery, reply));
  }

  private Optional<MailSource> source(Delivery delivery) {
    return Optional.ofNullable(sources.get(delivery.order().kind()));
  }
}
