package dev.paperboy.digest;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.subscriber.Subscriber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parses each distinct document of a run once, as long as it is among the latest. For one thread.
 */
final class InterestsCache {

  private static final int KEPT = 10_000;

  private final InterestsParser parser;
  private final Map<String, Optional<Interests>> parsed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Interests>> eldest) {
          return size() > KEPT;
        }
      };

  InterestsCache(InterestsParser parser) {
    this.parser = parser;
  }

  Optional<Interests> read(Subscriber subscriber) {
    return parsed.computeIfAbsent(subscriber.interests(), yaml -> parser.parse(yaml).interests());
  }
}
