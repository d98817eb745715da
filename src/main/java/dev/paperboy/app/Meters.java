package dev.paperboy.app;

import dev.paperboy.outbox.Delivery;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.SubscriberFigures;
import dev.paperboy.web.RequestTimes;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures for a monitoring system, in the format of Prometheus: counted in the store when they are
 * asked for. No address, interest or secret is among them. Threads may share it.
 */
final class Meters implements RequestTimes {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
  private final Application application;
  private final SubscriberFigures subscribers;
  private final Vitals vitals;

  Meters(Application application, SubscriberFigures subscribers, Vitals vitals) {
    this.application = application;
    this.subscribers = subscribers;
    this.vitals = vitals;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** All figures as text. */
  String text() {
    for (Map.Entry<Delivery.State, Integer> entry : application.outbox().counts().entrySet()) {
      set("paperboy.deliveries", "state", entry.getKey().word(), entry.getValue());
    }
    for (Map.Entry<Subscriber.State, Integer> entry : subscribers.byState().entrySet()) {
      set("paperboy.subscribers", "state", entry.getKey().word(), entry.getValue());
    }
    set("paperboy.edition.newest", "", "", application.archive().newestEdition());
    vitals
        .good()
        .forEach((step, at) -> set("paperboy.step.success", "step", step, at.getEpochSecond()));
    vitals.good().keySet().forEach(step -> set("paperboy.step.failing", "step", step, 0));
    vitals.wrong().keySet().forEach(step -> set("paperboy.step.failing", "step", step, 1));
    return registry.scrape();
  }

  @Override
  public void add(String route, int status, Duration took) {
    Timer.builder("paperboy.http")
        .description("Answered requests")
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(took);
  }

  private void set(String name, String tag, String value, long number) {
    gauges
        .computeIfAbsent(
            name + ' ' + value,
            key ->
                registry.gauge(
                    name, tag.isEmpty() ? Tags.empty() : Tags.of(tag, value), new AtomicLong()))
        .set(number);
  }
}
