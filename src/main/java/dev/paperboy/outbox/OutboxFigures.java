package dev.paperboy.outbox;

import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * What became of the deliveries, for an operator: each figure reads all deliveries of its time.
 * Days are those of UTC.
 */
public final class OutboxFigures {

  private final Jdbi jdbi;

  public OutboxFigures(Store store) {
    this.jdbi = store.jdbi();
  }

  /**
   * A receiving domain.
   *
   * @param waiting not sent yet
   * @param failed refused for good, or given up
   */
  public record Domain(String name, int sent, int waiting, int failed) {}

  /** How many of the deliveries that were put in since then are in each state; those with any. */
  public Map<State, Integer> since(Instant from) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    jdbi.useHandle(
        db ->
            bind(
                    db.createQuery(
                        """
                        select state, count(*) as number from delivery
                        where created_at >= :from group by state
                        """),
                    from)
                .map(
                    (row, context) ->
                        Map.entry(State.of(row.getString("state")), row.getInt("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** How many reached each state on each day since then; only final ones, and days with any. */
  public NavigableMap<LocalDate, Map<State, Integer>> byDay(Instant from) {
    NavigableMap<LocalDate, Map<State, Integer>> days = new TreeMap<>();
    jdbi.useHandle(
        db ->
            bind(
                    db.createQuery(
                        """
                        select utc_day, state, count(*) as number from (
                          select cast(changed_at at time zone 'UTC' as date) as utc_day, state
                          from delivery
                          where changed_at >= :from
                            and state in ('sent', 'failed', 'expired', 'cancelled')) as changed
                        group by utc_day, state
                        """),
                    from)
                .map(
                    (row, context) -> {
                      days.computeIfAbsent(
                              row.getObject("utc_day", LocalDate.class),
                              day -> new EnumMap<>(State.class))
                          .put(State.of(row.getString("state")), row.getInt("number"));
                      return row.getInt("number");
                    })
                .list());
    return days;
  }

  /** The domains that most mails since then went to. */
  public List<Domain> domains(Instant from, int most) {
    return jdbi.withHandle(
        db ->
            bind(
                    db.createQuery(
                        """
                        select name,
                          sum(case when state = 'sent' then 1 else 0 end) as sent,
                          sum(case when state in ('pending', 'leased', 'deferred', 'in doubt')
                              then 1 else 0 end) as waiting,
                          sum(case when state in ('failed', 'expired') then 1 else 0 end) as failed
                        from (
                          select substring(recipient from position('@' in recipient) + 1) as name,
                            state
                          from delivery where created_at >= :from) as mails
                        group by name order by count(*) desc, name fetch first :most rows only
                        """),
                    from)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Domain(
                            row.getString("name"),
                            row.getInt("sent"),
                            row.getInt("waiting"),
                            row.getInt("failed")))
                .list());
  }

  private static Query bind(Query query, Instant from) {
    OffsetDateTime moment = from.atOffset(ZoneOffset.UTC);
    return query.bind("from", moment);
  }
}
