package dev.paperboy.inbound;

import dev.paperboy.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** What receivers reported, for an operator. Days are those of UTC. */
public final class FeedbackFigures {

  private final Jdbi jdbi;

  public FeedbackFigures(Store store) {
    this.jdbi = store.jdbi();
  }

  /**
   * How many reports of each kind, {@code hard} to {@code complaint}, came on each day since then;
   * only days with any.
   */
  public NavigableMap<LocalDate, Map<String, Integer>> byDay(Instant from) {
    NavigableMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
    jdbi.useHandle(
        db ->
            db.createQuery(
                    """
                    select utc_day, kind, count(*) as number from (
                      select cast(received_at at time zone 'UTC' as date) as utc_day, kind
                      from feedback where received_at >= :from) as reported
                    group by utc_day, kind
                    """)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .map(
                    (row, context) ->
                        days.computeIfAbsent(
                                row.getObject("utc_day", LocalDate.class), day -> new TreeMap<>())
                            .put(row.getString("kind"), row.getInt("number")))
                .list());
    return days;
  }
}
