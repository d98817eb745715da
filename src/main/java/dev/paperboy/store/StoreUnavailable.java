package dev.paperboy.store;

/** The database cannot be opened; the message says why and what to do, in one or two sentences. */
public final class StoreUnavailable extends RuntimeException {

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
