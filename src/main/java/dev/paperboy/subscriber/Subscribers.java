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
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

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

  /**
   * Where a plan leaves a subscriber.
   *
   * @param from the subscriber as the plan read them
   * @param awake whether they are active from now on; else their state stays what it is
   * @param lastEdition the newest edition covered
   * @param nextDigestAt when the next digest is due
   */
  public record Move(Subscriber from, boolean awake, int lastEdition, Instant nextDigestAt) {

    /** Whether it leaves them as they are. */
    public boolean isNothing() {
      return (from.active() || !awake)
          && from.progress().equals(new Progress(lastEdition, nextDigestAt));
    }
  }

  /** True in SQL for a row whose reader has decided nothing since it was read. */
  private static final String SAME_DECISIONS =
      """
      id = :id and state = :state and paused_until is not distinct from :until
        and interests = :interests
      """;

  /**
   * Moves subscribers on, in the caller's transaction; only those who are in every respect as the
   * plan read them.
   *
   * @return for each, in order, 1 if it was moved; 0 if the subscriber has changed or is gone
   */
  public static int[] move(Handle db, List<Move> moves, Instant now) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            update subscriber set last_edition = :edition, next_digest_at = :next,
              state = case when :awake then 'active' else state end,
              paused_until = case when :awake then null else paused_until end,
              state_since = case when :awake and state <> 'active' then :now else state_since end
            where last_edition = :lastEdition and next_digest_at = :nextDigestAt and\s
            """
                + SAME_DECISIONS);
    for (Move move : moves) {
      bind(batch, move.from())
          .bind("lastEdition", move.from().progress().lastEdition())
          .bind("nextDigestAt", move.from().progress().nextDigestAt().atOffset(ZoneOffset.UTC))
          .bind("edition", move.lastEdition())
          .bind("next", move.nextDigestAt().atOffset(ZoneOffset.UTC))
          .bind("awake", move.awake())
          .bind("now", now.atOffset(ZoneOffset.UTC))
          .add();
    }
    return moves.isEmpty() ? new int[0] : batch.execute();
  }

  /** Moves subscribers on in a transaction of its own; see {@link #move(Handle, List, Instant)}. */
  public void move(List<Move> moves, Instant now) {
    jdbi.useTransaction(db -> move(db, moves, now));
  }

  /**
   * Whether the subscriber is still there, in the same state, with the same pause and the same
   * interests. One row is read by its key.
   */
  public boolean hasNotChanged(Subscriber known) {
    return jdbi.withHandle(
            db ->
                bind(
                        db.createQuery("select count(*) from subscriber where " + SAME_DECISIONS),
                        known)
                    .mapTo(Integer.class)
                    .one())
        == 1;
  }

  /**
   * Moves a subscriber's edition number back, in the caller's transaction.
   *
   * @param known the subscriber as they were read
   * @return false if the number is no longer {@code from}, or the subscriber has changed: nothing
   *     was changed
   */
  public static boolean goBack(Handle db, Subscriber known, int from, int to) {
    return bind(
                db.createUpdate(
                    "update subscriber set last_edition = :to where last_edition = :from and "
                        + SAME_DECISIONS),
                known)
            .bind("to", to)
            .bind("from", from)
            .execute()
        == 1;
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Subscriber known) {
    return statement
        .bind("id", known.id())
        .bind("state", known.standing().state().word())
        .bind("until", known.standing().pausedUntil())
        .bind("interests", known.interests());
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
