package dev.paperboy.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.outbox.WaitReason;
import org.jspecify.annotations.Nullable;

/** A delivery as {@code --format json} prints it. The names of its fields are a promise. */
public record DeliveryDocument(
    long id,
    String kind,
    String recipient,
    String state,
    int attempts,
    @JsonProperty("due_at") String dueAt,
    @JsonProperty("expires_at") String expiresAt,
    @JsonProperty("changed_at") String changedAt,
    @JsonProperty("message_id") String messageId,
    @Nullable String reply,
    @JsonProperty("waits_for") @Nullable String waitsFor) {

  /** What it waits for beside its turn, if it is not sent yet. */
  public static @Nullable String waitsFor(Delivery delivery) {
    WaitReason reason = delivery.due().waitsFor();
    boolean waits = delivery.state() == State.PENDING || delivery.state() == State.DEFERRED;
    return waits && reason != null ? reason.word() : null;
  }

  public static DeliveryDocument of(Delivery delivery) {
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
        delivery.reply(),
        waitsFor(delivery));
  }
}
