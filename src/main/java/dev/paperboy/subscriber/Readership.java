package dev.paperboy.subscriber;

import dev.paperboy.interest.InterestsParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Everything about the people: who they are, who changes them, and how their documents are read.
 */
public record Readership(Subscribers subscribers, Registrar registrar, InterestsParser parser) {

  /** The reader's time zone; UTC where their interests cannot be read. */
  public ZoneId zone(Subscriber reader) {
    return parser
        .parse(reader.interests())
        .interests()
        .map(read -> read.digest().rhythm().timezone())
        .orElse(ZoneOffset.UTC);
  }

  /** The day that it is for the reader then. */
  public LocalDate day(Subscriber reader, Instant then) {
    return LocalDate.ofInstant(then, zone(reader));
  }
}
