package dev.paperboy.search;

/** The index is not there yet, or cannot be read; a later search may work. */
public final class SearchUnavailable extends RuntimeException {

  SearchUnavailable(String message) {
    super(message);
  }

  SearchUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
