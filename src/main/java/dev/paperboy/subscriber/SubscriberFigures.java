package dev.paperboy.subscriber;

import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How many subscribers there are, for an operator. Nobody can be told from it. */
public final class SubscriberFigures {

  private final Jdbi jdbi;

  public SubscriberFigures(Store store) {
    this.jdbi = store.jdbi();
  }

  /** How many are in each state; every state is a key. */
  public Map<State, Integer> byState() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0);
    }
    jdbi.useHandle(
        db ->
            db.createQuery("select state, count(*) as number from subscriber group by state")
                .map(
                    (row, context) ->
                        Map.entry(
                            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getInt("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** The interests documents of the active readers who came last, at most so many. */
  public List<String> documents(int most) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select interests from subscriber where state = 'active'
                    order by id desc fetch first :most rows only
                    """)
                .bind("most", most)
                .mapTo(String.class)
                .list());
  }
}
