package dev.paperboy.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The table of routes, and what each request has to pass before its handler is asked: the network
 * has not asked too often, what it sent is not too large, and a form was not sent by a page of
 * another site.
 */
final class Routes {

  private final List<Route> routes = new ArrayList<>();
  private final Map<Rate, Throttle> throttles = new EnumMap<>(Rate.class);
  private final FormOrigin origin;
  private final Asker asker;

  Routes(WebSettings settings, URI baseUrl, Clock clock) {
    for (Rate rate : Rate.values()) {
      int perMinute = rate.perMinute(settings.perMinute());
      throttles.put(rate, new Throttle(perMinute, Duration.ofMinutes(1), clock));
    }
    this.origin = new FormOrigin(baseUrl);
    this.asker = new Asker(settings.proxies());
  }

  /** Something to look at, with GET and HEAD. It changes nothing. */
  Routes page(String path, Handler handler) {
    return page(path, Rate.PAGES, handler);
  }

  /** The same with another limit than that of pages. */
  Routes page(String path, Rate rate, Handler handler) {
    routes.add(new Route(HandlerType.GET, path, rate, handler));
    routes.add(new Route(HandlerType.HEAD, path, rate, handler));
    return this;
  }

  /** A form of ours, sent with POST. */
  Routes form(String path, Rate rate, Handler handler) {
    routes.add(
        new Route(
            HandlerType.POST,
            path,
            rate,
            context -> {
              origin.refuseForeign(context);
              handler.handle(context);
            }));
    return this;
  }

  /** A POST that mail programs send by themselves: RFC 8058, section 3.2. */
  Routes oneClick(String path, Handler handler) {
    routes.add(new Route(HandlerType.POST, path, Rate.CHANGES, handler));
    return this;
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  void addTo(RoutesConfig config) {
    for (Route route : routes) {
      config.addHttpHandler(route.method(), route.path(), context -> handle(route, context));
    }
  }

  private void handle(Route route, Context context) throws Exception {
    Throttle throttle = throttles.get(route.rate());
    Duration wait = throttle == null ? Duration.ZERO : throttle.take(asker.network(context));
    if (!wait.isZero()) {
      throw TooOften.fromNetwork(wait);
    }
    if (route.method() == HandlerType.POST) {
      RequestBody.read(context); // Refused if it is too large, whether or not anybody wants it.
    }
    route.handler().handle(context);
  }
}
