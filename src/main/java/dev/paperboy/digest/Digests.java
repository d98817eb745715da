package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.WaitingMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The digests that were planned. Writing one, putting its mail in the outbox and moving the
 * subscriber's edition number is one transaction: all three happen or none. Threads may share it.
 *
 * <p>A digest whose reader pauses or leaves before it is sent is returned: the number goes back to
 * where it was. This repeats and loses no paper, because
 *
 * <ul>
 *   <li>the number goes back only if it still is the one that this digest moved it to: then no
 *       later digest was planned, and the papers of this one are the newest the reader was to get.
 *       Else the digest stays as it is, and its delivery waits for the reader;
 *   <li>that, and that its delivery is cancelled, is one transaction. It is that of the reader's
 *       decision if the delivery waits then. If a dispatcher has it in hand, it is that
 *       dispatcher's, which needs the lease, so that nobody else can be sending it;
 *   <li>a returned digest is never sent, even if its delivery is tried again: its papers belong to
 *       the next one;
 *   <li>the planner moves the number from the value it has read. If it read before the digest was
 *       returned, it moves nothing, reads again and plans anew.
 * </ul>
 *
 * <p>Only a mail in doubt may reach the reader twice, as it always may: at once, or with the next
 * digest.
 */
public final class Digests implements WaitingMail {

  /** The kind of delivery that a digest is. */
  static final String KIND = "digest";

  static final String SELECT =
      """
      select id, subscriber_id, first_edition, last_edition, digest_date, outcome, matched, planned_at
      from digest
      """;

  static final RowMapper<PlannedDigest> MAPPER = (row, context) -> read(row);

  /** Why a delivery is cancelled whose digest is returned. */
  static final String WITHDRAWN =
      "the reader has paused or left; its papers come with the next digest";

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final DigestWriter writer;

  /**
   * @param maxAge a mail not sent after so long expires
   */
  public Digests(Store store, Outbox outbox, MessageIds messageIds, Duration maxAge, Clock clock) {
    this.jdbi = store.jdbi();
    this.outbox = outbox;
    this.writer = new DigestWriter(store, outbox, messageIds, maxAge, clock);
  }

  /**
   * What is to become of the editions that a digest covers.
   *
   * @param outcome {@link Outcome#QUEUED} with a mail, {@link Outcome#QUIET} without one
   * @param selection what stands in the digest, as JSON
   */
  record Cover(Subscriber subscriber, Digest digest, Outcome outcome, String selection) {

    static Cover of(Subscriber subscriber, Digest digest, Outcome outcome) {
      return new Cover(subscriber, digest, outcome, Selection.of(digest).toJson());
    }
  }

  /**
   * Writes down what was decided for several subscribers, in one transaction for all.
   *
   * @return the ids of the subscribers for whom that was done. For the others nothing was, as they
   *     are not as they were when it was decided
   */
  Set<Long> write(List<Decision> decisions) {
    return writer.write(decisions);
  }

  /**
   * Takes the digest back in the caller's transaction, which is to cancel its delivery, so that the
   * next digest covers its editions.
   *
   * @param reader as they were when this was decided
   * @return false if a later digest was planned, or the reader has changed; then nothing was done
   */
  boolean takeBack(Handle db, Subscriber reader, PlannedDigest planned) {
    return Subscribers.goBack(db, reader, planned.editions().last(), planned.editions().first() - 1)
        && db.createUpdate(
                    "update digest set outcome = :outcome where id = :id and outcome = 'queued'")
                .bind("id", planned.id())
                .bind("outcome", Outcome.RETURNED.word())
                .execute()
            == 1;
  }

  /**
   * Returns the newest digest as long as it waits to be sent, and so on back to one that does not.
   */
  @Override
  public void withdraw(Handle db, Subscriber reader) {
    List<PlannedDigest> waiting =
        outbox.waiting(db, KIND, reader.id()).stream()
            .flatMap(id -> find(db, id).stream())
            .toList();
    int covered = reader.progress().lastEdition();
    for (PlannedDigest planned : waiting) {
      boolean returns =
          planned.outcome() == Outcome.QUEUED
              && planned.editions().last() == covered
              && outbox.withdraw(db, KIND, planned.id(), WITHDRAWN)
              && takeBack(db, reader, planned);
      if (returns) {
        covered = planned.editions().first() - 1;
      }
    }
  }

  private static Optional<PlannedDigest> find(Handle db, long id) {
    return db.createQuery(SELECT + "where id = :id").bind("id", id).map(MAPPER).findOne();
  }

  /** A subscriber's digests, newest first. */
  public List<PlannedDigest> of(long subscriber, int limit) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    SELECT
                        + """
                        where subscriber_id = :subscriber order by id desc
                        fetch first :limit rows only
                        """)
                .bind("subscriber", subscriber)
                .bind("limit", limit)
                .map(MAPPER)
                .list());
  }

  /** The keys of the papers in a subscriber's digests, in their order, by the digest's id. */
  public Map<Long, List<String>> papersOf(long subscriber) {
    return jdbi.withHandle(
        db ->
            db
                .createQuery("select id, selection from digest where subscriber_id = :subscriber")
                .bind("subscriber", subscriber)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getLong("id"),
                            Selection.fromJson(row.getString("selection")).keys()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The mail that brought, or was to bring, this edition to the subscriber. */
  public Optional<PlannedDigest> covering(long subscriber, int edition) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    SELECT
                        + """
                        where subscriber_id = :subscriber and outcome = 'queued'
                          and first_edition <= :edition and last_edition >= :edition
                        order by id desc fetch first 1 rows only
                        """)
                .bind("subscriber", subscriber)
                .bind("edition", edition)
                .map(MAPPER)
                .findOne());
  }

  /** The planned digest with this id. */
  public Optional<PlannedDigest> find(long id) {
    return jdbi.withHandle(db -> find(db, id));
  }

  /** A digest with what stands in it, as it is stored. */
  record Written(PlannedDigest planned, Selection selection) {

    /** What stands in it, with the words of its papers. */
    Digest contents(List<Paper> papers) {
      return selection.restore(planned.date(), planned.editions(), papers);
    }
  }

  /** The digests with these ids and what stands in them, in no order; those there are. */
  List<Written> written(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select id, subscriber_id, first_edition, last_edition, digest_date, outcome,
                      matched, planned_at, selection
                    from digest where id in (<ids>)
                    """)
                .bindList("ids", ids)
                .map(
                    (row, context) ->
                        new Written(read(row), Selection.fromJson(row.getString("selection"))))
                .list());
  }

  /** What stands in the digest, with the words of its papers. */
  public Digest contents(PlannedDigest planned, PaperArchive archive) {
    Written written = written(List.of(planned.id())).get(0);
    return written.contents(archive.papersWith(written.selection().keys()));
  }

  private static PlannedDigest read(ResultSet row) throws SQLException {
    return new PlannedDigest(
        row.getLong("id"),
        row.getLong("subscriber_id"),
        new Editions(row.getInt("first_edition"), row.getInt("last_edition")),
        row.getObject("digest_date", LocalDate.class),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getInt("matched"),
        row.getObject("planned_at", OffsetDateTime.class).toInstant());
  }
}
