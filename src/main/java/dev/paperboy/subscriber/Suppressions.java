package dev.paperboy.subscriber;

import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** The readers to whom nothing is sent because mail to them was refused. Threads may share it. */
public final class Suppressions {

  private final Jdbi jdbi;
  private final Subscribers subscribers;

  public Suppressions(Store store) {
    this.jdbi = store.jdbi();
    this.subscribers = new Subscribers(store);
  }

  /**
   * One of them.
   *
   * @param before what the reader was before, and is when the suppression is lifted
   */
  public record Suppression(Subscriber subscriber, State before) {}

  /** Why so many readers are suppressed. */
  public record Reason(String words, int readers) {}

  /**
   * Those suppressed since then for a reason that has these words in it, by address.
   *
   * @param words in any letter case; empty: whatever the reason
   */
  public List<Suppression> matching(String words, Instant since) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return jdbi
        .withHandle(
            db ->
                db.createQuery(
                        """
                        select id, coalesce(state_before, 'active') as state_before,
                          coalesce(state_reason, '') as reason
                        from subscriber where state = 'suppressed' and state_since >= :since
                        order by email_key
                        """)
                    .bind("since", since.atOffset(ZoneOffset.UTC))
                    .map(
                        (row, context) ->
                            new Row(
                                row.getLong("id"),
                                row.getString("state_before"),
                                row.getString("reason")))
                    .list())
        .stream()
        .filter(row -> row.reason().toLowerCase(Locale.ROOT).contains(wanted))
        .flatMap(
            row ->
                subscribers.find(row.id()).stream()
                    .map(subscriber -> new Suppression(subscriber, row.state())))
        .toList();
  }

  private record Row(long id, String before, String reason) {
    State state() {
      return State.valueOf(before.toUpperCase(Locale.ROOT));
    }
  }

  /** The reasons of all that last, each as it is stored, with the number of readers. */
  public List<Reason> reasons() {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select coalesce(state_reason, '') as reason, count(*) as readers
                    from subscriber where state = 'suppressed' group by state_reason
                    """)
                .map((row, context) -> new Reason(row.getString("reason"), row.getInt("readers")))
                .list());
  }
}
