package dev.paperboy.web;

import java.time.Duration;

/** Told how long each answer took. Called by many threads. */
public interface RequestTimes {

  /**
   * A request was answered.
   *
   * @param route as it stands in the table of routes, so without anything that identifies anybody
   */
  void add(String route, int status, Duration took);
}
