package dev.paperboy.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.outbox.Delivery;
import org.jspecify.annotations.Nullable;

/** A delivery as {@code --format json} prints it. The names of its fields are a promise. */
record DeliveryDocument(
    long id,
    String kind,
    String recipient,
    String state,
    int attempts,
    @JsonProperty("due_at") String dueAt,
    @JsonProperty("expires_at") String expiresAt,
    @JsonProperty("changed_at") String changedAt,
    @JsonProperty("message_id") String messageId,
    @Nullable String reply) {

  static DeliveryDocument of(Delivery delivery) {
    return new DeliveryDocument(
        delivery.id(),
        delivery.order().kind(),
        delivery.order().recipient().toString(),
        delivery.state().word(),
        delivery.attempts(),
        delivery.dueAt().toString(),
        delivery.order().expiresAt().toString(),
        delivery.changedAt().toString(),
        delivery.order().messageId(),
        delivery.reply());
  }
}
