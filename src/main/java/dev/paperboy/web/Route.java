package dev.paperboy.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One thing that can be asked for. There is none without a limit.
 *
 * @param path as Javalin writes it; what stands in braces is passed to the handler
 */
record Route(HandlerType method, String path, Rate rate, Handler handler) {

  /** The part of a path that is a secret, in the routes that have one. */
  static final String TOKEN = "{token}";

  boolean hasToken() {
    return path.contains(TOKEN);
  }
}
