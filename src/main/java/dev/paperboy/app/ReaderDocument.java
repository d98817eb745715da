package dev.paperboy.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.inbound.Feedback;
import dev.paperboy.mail.StatusCode;
import dev.paperboy.notice.Notices.Told;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything stored about one reader, as it is handed out. The names of its fields are a promise;
 * {@code subscriber import} takes it. The reader's links are no part of it: they are keys, and the
 * store has only their hashes.
 */
public record ReaderDocument(
    @JsonUnwrapped SubscriberDocument subscriber,
    List<DigestLine> digests,
    List<DeliveryDocument> deliveries,
    List<ReportLine> reports,
    List<NoticeLine> notices) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A digest, as far as it concerns its reader.
   *
   * @param papers how many were chosen by interest
   * @param keys those that stand in it, in its order
   */
  record DigestLine(
      String date,
      @JsonProperty("first_edition") int firstEdition,
      @JsonProperty("last_edition") int lastEdition,
      String outcome,
      int papers,
      @JsonProperty("paper_keys") List<String> keys) {

    static DigestLine of(PlannedDigest digest, List<String> keys) {
      return new DigestLine(
          digest.date().toString(),
          digest.editions().first(),
          digest.editions().last(),
          digest.outcome().word(),
          digest.matched(),
          keys);
    }
  }

  /** A bounce or complaint. */
  record ReportLine(
      long delivery,
      String kind,
      @Nullable String status,
      String diagnostic,
      @JsonProperty("received_at") String receivedAt) {

    static ReportLine of(Feedback feedback) {
      StatusCode status = feedback.status();
      return new ReportLine(
          feedback.delivery(),
          feedback.kind().word(),
          status.equals(StatusCode.NONE) ? null : status.toString(),
          feedback.diagnostic(),
          feedback.receivedAt().toString());
    }
  }

  /** A mail that is no digest. */
  record NoticeLine(
      String kind, @JsonProperty("created_at") String createdAt, @JsonRawValue String content) {

    static NoticeLine of(Told told) {
      return new NoticeLine(told.kind().word(), told.createdAt().toString(), told.content());
    }
  }

  static ReaderDocument of(StoredReader stored) {
    return new ReaderDocument(
        SubscriberDocument.of(stored.subscriber()),
        stored.digests().stream()
            .map(
                digest ->
                    DigestLine.of(digest, stored.papers().getOrDefault(digest.id(), List.of())))
            .toList(),
        stored.deliveries().stream().map(DeliveryDocument::of).toList(),
        stored.feedback().stream().map(ReportLine::of).toList(),
        stored.notices().stream().map(NoticeLine::of).toList());
  }

  /** The document as people read it: indented. */
  String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
