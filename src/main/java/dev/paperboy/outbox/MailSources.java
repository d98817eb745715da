package dev.paperboy.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks for each mail the source of its kind. Threads may share it. */
public final class MailSources implements MailSource {

  private static final Function<Delivery, Prepared> NOBODYS =
      delivery -> new Prepared.Cancel("nobody makes mails of this kind any more");

  private final Map<String, MailSource> sources;

  /**
   * @param sources by the kind of delivery
   */
  public MailSources(Map<String, MailSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    return source(delivery).map(s -> s.prepare(delivery)).orElseGet(() -> NOBODYS.apply(delivery));
  }

  @Override
  public Function<Delivery, Prepared> together(List<Delivery> deliveries) {
    Map<String, Function<Delivery, Prepared>> mails = new HashMap<>();
    deliveries.stream()
        .collect(Collectors.groupingBy(delivery -> delivery.order().kind()))
        .forEach(
            (kind, some) ->
                mails.put(kind, source(some.get(0)).map(s -> s.together(some)).orElse(NOBODYS)));
    return delivery -> mails.getOrDefault(delivery.order().kind(), NOBODYS).apply(delivery);
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    source(delivery).ifPresent(source -> source.badAddress(delivery, reply));
  }

  @Override
  public void refused(Delivery delivery, String reply) {
    source(delivery).ifPresent(source -> source.refused(delivery, reply));
  }

  @Override
  public void readmit(Delivery delivery, String reply) {
    source(delivery).ifPresent(source -> source.readmit(delivery, reply));
  }

  private Optional<MailSource> source(Delivery delivery) {
    return Optional.ofNullable(sources.get(delivery.order().kind()));
  }
}
