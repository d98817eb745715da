package dev.paperboy.cli;

import java.util.Locale;

/** How a command prints what it found. */
enum OutputFormat {
  TABLE,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
