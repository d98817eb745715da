package dev.paperboy.outbox;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.outbox.Delivery.Due;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The deliveries in the store: put in, looked at, and changed by an operator. Sending goes through
 * {@link Leases}. Threads may share it.
 */
public final class Outbox {

  static final String SELECT =
      """
      select id, kind, reference, subscriber_id, recipient, message_id, state, attempts, due_at,
             waits_for, expires_at, reply, changed_at
      from delivery
      """;

  static final RowMapper<Delivery> MAPPER = (row, context) -> read(row);

  private final Jdbi jdbi;
  private final Clock clock;

  public Outbox(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
  }

  /**
   * Puts deliveries in, in the caller's transaction: they stand there if and only if that commits.
   */
  public void enqueue(Handle db, List<Order> orders) {
    if (orders.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        db.prepareBatch(
            """
            insert into delivery (kind, reference, subscriber_id, recipient, message_id, state,
              attempts, due_at, expires_at, created_at, changed_at)
            values (:kind, :reference, :subscriber, :recipient, :messageId, 'pending',
              0, :now, :expires, :now, :now)
            """);
    for (Order order : orders) {
      batch
          .bind("kind", order.kind())
          .bind("reference", order.reference())
          .bind("subscriber", order.subscriber() == 0 ? null : order.subscriber())
          .bind("recipient", order.recipient().toString())
          .bind("messageId", order.messageId())
          .bind("expires", order.expiresAt().atOffset(ZoneOffset.UTC))
          .bind("now", OffsetDateTime.now(clock))
          .add();
    }
    batch.execute();
  }

  /** Forgets a delivery, in the caller's transaction. */
  public void forget(Handle db, String kind, long reference) {
    db.createUpdate("delete from delivery where kind = :kind and reference = :reference")
        .bind("kind", kind)
        .bind("reference", reference)
        .execute();
  }

  /**
   * The references of a subscriber's deliveries of this kind that wait to be sent, newest first.
   * Those in doubt are not among them: they may have arrived.
   */
  public List<Long> waiting(Handle db, String kind, long subscriber) {
    return db.createQuery(
            """
            select reference from delivery
            where subscriber_id = :subscriber and kind = :kind and state in ('pending', 'deferred')
            order by id desc
            """)
        .bind("subscriber", subscriber)
        .bind("kind", kind)
        .mapTo(Long.class)
        .list();
  }

  /**
   * Cancels a delivery that waits to be sent, in the caller's transaction.
   *
   * @return false if a dispatcher has taken it; nothing was changed
   */
  public boolean withdraw(Handle db, String kind, long reference, String reason) {
    return db.createUpdate(
                """
                update delivery set state = 'cancelled', reply = :reason, waits_for = null,
                  changed_at = :now
                where kind = :kind and reference = :reference and state in ('pending', 'deferred')
                """)
            .bind("kind", kind)
            .bind("reference", reference)
            .bind("reason", reason)
            .bind("now", OffsetDateTime.now(clock))
            .execute()
        == 1;
  }

  /** How many deliveries are in each state; every state is a key. */
  public Map<State, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0);
    }
    jdbi.useHandle(
        db ->
            db.createQuery("select state, count(*) as number from delivery group by state")
                .map(
                    (row, context) ->
                        Map.entry(State.of(row.getString("state")), row.getInt("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** How many deliveries wait for what, the most first. */
  public Map<String, Integer> waitingByReason() {
    return waiting(
        "coalesce(waits_for, case state when 'in doubt' then state else 'its turn' end)");
  }

  /** How many deliveries wait for each receiving domain, the most first. */
  public Map<String, Integer> waitingByDomain() {
    return waiting("substring(recipient from position('@' in recipient) + 1)");
  }

  private Map<String, Integer> waiting(String name) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    jdbi.useHandle(
        db ->
            db.createQuery(
                    """
                    select name, count(*) as number from (
                      select %s as name from delivery
                      where state in ('pending', 'deferred', 'in doubt')) as waiting
                    group by name order by count(*) desc, name
                    """
                        .formatted(name))
                .map((row, context) -> Map.entry(row.getString("name"), row.getInt("number")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** Deliveries in any of these states, newest first. */
  public List<Delivery> list(List<State> states, int limit) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    SELECT
                        + """
                        where state in (<states>) order by id desc fetch first :limit rows only
                        """)
                .bindList("states", states.stream().map(State::word).toList())
                .bind("limit", limit)
                .map(MAPPER)
                .list());
  }

  /** A subscriber's deliveries, newest first. */
  public List<Delivery> of(long subscriber) {
    return jdbi.withHandle(
        db ->
            db.createQuery(SELECT + "where subscriber_id = :subscriber order by id desc")
                .bind("subscriber", subscriber)
                .map(MAPPER)
                .list());
  }

  /** One delivery. */
  public Optional<Delivery> find(long id) {
    return jdbi.withHandle(
        db -> db.createQuery(SELECT + "where id = :id").bind("id", id).map(MAPPER).findOne());
  }

  /** The delivery of a Message-ID, with angle brackets. */
  public Optional<Delivery> find(String messageId) {
    return jdbi.withHandle(
        db ->
            db.createQuery(SELECT + "where message_id = :messageId")
                .bind("messageId", messageId)
                .map(MAPPER)
                .findOne());
  }

  /**
   * Makes a delivery due now, for an operator who has mended what was wrong. A sent or leased one
   * stays as it is; one that was too old gets a new time to live.
   *
   * @return whether there was something to change
   */
  public boolean retry(long id, Instant expiresAt) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update delivery set state = 'pending', due_at = :now, attempts = 0,
                          waits_for = null, changed_at = :now,
                          expires_at = case when expires_at > :expires then expires_at
                                       else :expires end
                        where id = :id and state not in ('sent', 'leased')
                        """)
                    .bind("id", id)
                    .bind("expires", expiresAt.atOffset(ZoneOffset.UTC))
                    .bind("now", OffsetDateTime.now(clock))
                    .execute())
        == 1;
  }

  /**
   * Takes a delivery back. One that was sent, failed, or is being sent stays as it is.
   *
   * @return whether there was something to change
   */
  public boolean cancel(long id) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        """
                        update delivery set state = 'cancelled',
                          reply = 'cancelled by the operator', changed_at = :now
                        where id = :id and state in ('pending', 'deferred', 'in doubt')
                        """)
                    .bind("id", id)
                    .bind("now", OffsetDateTime.now(clock))
                    .execute())
        == 1;
  }

  private static Delivery read(ResultSet row) throws SQLException {
    Order order =
        new Order(
            row.getString("kind"),
            row.getLong("reference"),
            row.getLong("subscriber_id"),
            EmailAddress.parse(row.getString("recipient"))
                .orElseThrow(() -> new SQLException("a recipient is not an address")),
            row.getString("message_id"),
            instant(row, "expires_at"));
    return new Delivery(
        row.getLong("id"),
        order,
        State.of(row.getString("state")),
        row.getInt("attempts"),
        due(row),
        row.getString("reply"),
        instant(row, "changed_at"));
  }

  private static Due due(ResultSet row) throws SQLException {
    String waitsFor = row.getString("waits_for");
    return new Due(instant(row, "due_at"), waitsFor == null ? null : WaitReason.of(waitsFor));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
