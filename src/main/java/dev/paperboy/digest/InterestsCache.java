package dev.paperboy.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.subscriber.Subscriber;
import java.util.Optional;

/**
 * Parses each distinct document once, as long as it is among those that are used: many readers keep
 * the one they began with. Threads may share it.
 */
final class InterestsCache {

  private final InterestsParser parser;
  private final Cache<String, Optional<Interests>> parsed;

  /**
   * @param kept so many documents are remembered
   */
  InterestsCache(InterestsParser parser, int kept) {
    this.parser = parser;
    this.parsed = Caffeine.newBuilder().maximumSize(kept).build();
  }

  /** Empty if the document cannot be read. */
  Optional<Interests> read(Subscriber subscriber) {
    return parsed.get(subscriber.interests(), yaml -> parser.parse(yaml).interests());
  }
}
