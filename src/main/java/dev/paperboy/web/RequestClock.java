package dev.paperboy.web;

import io.javalin.http.Context;
import java.time.Duration;

/** Takes the time of each answer. */
record RequestClock(RequestTimes times) {

  private static final String BEGAN = "paperboy.began";
  private static final String NO_ROUTE = "none";

  static void start(Context context) {
    context.attribute(BEGAN, System.nanoTime());
  }

  void stop(Context context) {
    Long began = context.attribute(BEGAN);
    if (began != null) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      times.add(route(context), context.statusCode(), took);
    }
  }

  /** As it stands in the table of routes, for a path may hold a secret. */
  private static String route(Context context) {
    return context.endpoints().matchedHttpEndpoint() == null
        ? NO_ROUTE
        : context.endpoints().matchedHttpEndpoint().path;
  }
}
