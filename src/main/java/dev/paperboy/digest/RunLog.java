package dev.paperboy.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.store.Store;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The planning runs in the store. Threads may share it. */
public final class RunLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Integer>> REASONS = new TypeReference<>() {};

  private final Jdbi jdbi;

  public RunLog(Store store) {
    this.jdbi = store.jdbi();
  }

  /** A run as it was logged. */
  public record Entry(Instant startedAt, String cause, RunSummary summary) {}

  void write(Instant started, Instant finished, String cause, RunSummary summary) {
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    insert into run (started_at, finished_at, cause, due, queued, skipped)
                    values (:started, :finished, :cause, :due, :queued, :skipped)
                    """)
                .bind("started", started.atOffset(ZoneOffset.UTC))
                .bind("finished", finished.atOffset(ZoneOffset.UTC))
                .bind("cause", cause)
                .bind("due", summary.due())
                .bind("queued", summary.queued())
                .bind("skipped", toJson(summary.skipped()))
                .execute());
  }

  /** When the latest run ended, by the clock of then. */
  Optional<Instant> latestEnd() {
    return jdbi.withHandle(
            db ->
                db.createQuery(
                        """
                        select finished_at from run
                        where finished_at is not null order by id desc fetch first 1 rows only
                        """)
                    .mapTo(OffsetDateTime.class)
                    .findOne())
        .map(OffsetDateTime::toInstant);
  }

  /** The latest runs, newest first. */
  public List<Entry> latest(int limit) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select started_at, cause, queued, skipped from run
                    order by id desc fetch first :limit rows only
                    """)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Entry(
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            row.getString("cause"),
                            new RunSummary(
                                row.getInt("queued"), fromJson(row.getString("skipped")))))
                .list());
  }

  /** All runs that began since then as one. */
  public RunSummary since(Instant from) {
    List<RunSummary> runs =
        jdbi.withHandle(
            db ->
                db.createQuery("select queued, skipped from run where started_at >= :from")
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .map(
                        (row, context) ->
                            new RunSummary(
                                row.getInt("queued"), fromJson(row.getString("skipped"))))
                    .list());
    int queued = 0;
    Map<String, Integer> skipped = new HashMap<>();
    for (RunSummary run : runs) {
      queued += run.queued();
      run.skipped().forEach((reason, number) -> skipped.merge(reason, number, Integer::sum));
    }
    return new RunSummary(queued, skipped);
  }

  private static String toJson(Map<String, Integer> reasons) {
    try {
      return JSON.writeValueAsString(reasons);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> fromJson(String json) {
    try {
      return JSON.readValue(json, REASONS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
