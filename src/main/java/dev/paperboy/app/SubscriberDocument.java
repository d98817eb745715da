package dev.paperboy.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.subscriber.Subscriber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber as {@code list}, {@code export} and {@code import} write and read it. The names of
 * its fields are a promise.
 */
public record SubscriberDocument(
    String email,
    @Nullable String state,
    @Nullable String reason,
    @JsonProperty("paused_until") @Nullable String pausedUntil,
    String interests,
    @JsonProperty("last_edition") int lastEdition,
    @JsonProperty("next_digest_at") @Nullable String nextDigestAt,
    @Nullable String since) {

  public static SubscriberDocument of(Subscriber subscriber) {
    return new SubscriberDocument(
        subscriber.address().toString(),
        subscriber.standing().state().word(),
        subscriber.standing().reason(),
        Objects.toString(subscriber.standing().pausedUntil(), null),
        subscriber.interests(),
        subscriber.progress().lastEdition(),
        subscriber.progress().nextDigestAt().toString(),
        subscriber.since().toString());
  }
}
