package dev.paperboy.web;

/** The web server cannot listen where it should; the message says why and what to do. */
public final class WebUnavailable extends RuntimeException {

  WebUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
