package dev.paperboy.subscriber;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber.Progress;
import dev.paperboy.subscriber.Subscriber.Standing;
import dev.paperboy.subscriber.Subscriber.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The subscribers as the store has them; reading only, and how far each has read. */
public final class Subscribers {

  static final RowMapper<Subscriber> MAPPER = (row, context) -> read(row);

  static final String SELECT =
      """
      select id, email, state, state_reason, state_since, interests, paused_until, last_edition,
             next_digest_at, token_seed, created_at
      from subscriber
      """;

  private final Jdbi jdbi;

  public Subscribers(Store store) {
    this.jdbi = store.jdbi();
  }

  /** The subscriber with this address, whatever its state. */
  public Optional<Subscriber> find(EmailAddress address) {
    return jdbi.withHandle(
        db ->
            db.createQuery(SELECT + "where email_key = :key")
                .bind("key", address.key())
                .map(MAPPER)
                .findOne());
  }

  /** The subscriber with this id, whatever its state. */
  public Optional<Subscriber> find(long id) {
    return jdbi.withHandle(
        db -> db.createQuery(SELECT + "where id = :id").bind("id", id).map(MAPPER).findOne());
  }

  /** The subscribers with these ids, whatever their states, in no order; those there are. */
  public List<Subscriber> with(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(SELECT + "where id in (<ids>)").bindList("ids", ids).map(MAPPER).list());
  }

  /** All subscribers, by address. */
  public List<Subscriber> all() {
    return jdbi.withHandle(db -> db.createQuery(SELECT + "order by email_key").map(MAPPER).list());
  }

  private static final int IDS_AT_A_TIME = 10_000;

  private static final String DUE = "state in ('active', 'paused') and next_digest_at <= :by";

  /** Later than any digest: {@link #due} by then is everybody. */
  public static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * The ids of those whose digest is due by then, ascending: active ones, and paused ones, who are
   * looked at so that their pause can end. Only numbers, as there may be a million; read the rest
   * with {@link #dueAmong}.
   */
  public long[] due(Instant by) {
    return jdbi.withHandle(
        db ->
            db
                .createQuery("select id from subscriber where " + DUE + " order by id")
                .bind("by", by.atOffset(ZoneOffset.UTC))
                .setFetchSize(IDS_AT_A_TIME)
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
  }

  /** Those of these ids who are still due by then, by id. */
  public List<Subscriber> dueAmong(long[] ids, Instant by) {
    if (ids.length == 0) {
      return List.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(SELECT + "where id in (<ids>) and " + DUE + " order by id")
                .bindList("ids", Arrays.stream(ids).boxed().toList())
                .bind("by", by.atOffset(ZoneOffset.UTC))
                .map(MAPPER)
                .list());
  }

  /** That a subscriber's edition number is to be this one. */
  public record Advance(Subscriber subscriber, int to) {}

  /**
   * Moves edition numbers on, in the caller's transaction.
   *
   * @return for each, in order, 1 if it was moved; 0 if the number is no longer the one the
   *     subscriber was read with, or the subscriber is not active
   */
  public static int[] advance(Handle db, List<Advance> advances) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            update subscriber set last_edition = :to
            where id = :id and last_edition = :from and state = 'active'
            """);
    for (Advance advance : advances) {
      batch
          .bind("to", advance.to())
          .bind("id", advance.subscriber().id())
          .bind("from", advance.subscriber().progress().lastEdition())
          .add();
    }
    return advances.isEmpty() ? new int[0] : batch.execute();
  }

  /**
   * Moves a subscriber's edition number back, in the caller's transaction.
   *
   * @return false if the number is no longer {@code from}: nothing was changed
   */
  public static boolean goBack(Handle db, long id, int from, int to) {
    return db.createUpdate(
                "update subscriber set last_edition = :to where id = :id and last_edition = :from")
            .bind("to", to)
            .bind("id", id)
            .bind("from", from)
            .execute()
        == 1;
  }

  /** Sets when the next digests are due, by the ids of the subscribers; all or none. */
  public void schedule(Map<Long, Instant> next) {
    if (next.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        db -> {
          PreparedBatch batch =
              db.prepareBatch("update subscriber set next_digest_at = :next where id = :id");
          next.forEach(
              (id, at) -> batch.bind("id", id).bind("next", at.atOffset(ZoneOffset.UTC)).add());
          batch.execute();
        });
  }

  private static Subscriber read(ResultSet row) throws SQLException {
    String email = row.getString("email");
    return new Subscriber(
        row.getLong("id"),
        EmailAddress.parse(email).orElseThrow(() -> new SQLException("not an address: row")),
        new Standing(
            state(row),
            row.getString("state_reason"),
            row.getObject("paused_until", LocalDate.class),
            row.getObject("state_since", OffsetDateTime.class).toInstant()),
        row.getString("interests"),
        new Progress(
            row.getInt("last_edition"),
            row.getObject("next_digest_at", OffsetDateTime.class).toInstant()),
        row.getString("token_seed"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static State state(ResultSet row) throws SQLException {
    return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }
}
