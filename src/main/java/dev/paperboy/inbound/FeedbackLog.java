package dev.paperboy.inbound;

import dev.paperboy.inbound.Feedback.Kind;
import dev.paperboy.mail.StatusCode;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The bounces and complaints in the store. Threads may share it. */
public final class FeedbackLog {

  private final Jdbi jdbi;

  public FeedbackLog(Store store) {
    this.jdbi = store.jdbi();
  }

  /** A subscriber's, newest first. */
  public List<Feedback> of(long subscriber, int limit) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select delivery_id, kind, status, diagnostic, received_at
                    from feedback where subscriber_id = :subscriber
                    order by received_at desc, id desc fetch first :limit rows only
                    """)
                .bind("subscriber", subscriber)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  void add(Delivery delivery, Feedback feedback) {
    boolean coded = !feedback.status().equals(StatusCode.NONE);
    jdbi.useHandle(
        db ->
            db.createUpdate(
                    """
                    insert into feedback (subscriber_id, delivery_id, kind, status, diagnostic,
                      received_at)
                    values (:subscriber, :delivery, :kind, :status, :diagnostic, :receivedAt)
                    """)
                .bind("subscriber", delivery.order().subscriber())
                .bind("delivery", feedback.delivery())
                .bind("kind", feedback.kind().word())
                .bind("status", coded ? feedback.status().toString() : null)
                .bind("diagnostic", feedback.diagnostic())
                .bind("receivedAt", feedback.receivedAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /**
   * Forgets that a mail was refused softly.
   *
   * @return false if nothing was known of that
   */
  boolean forgetSoft(Delivery delivery) {
    return jdbi.withHandle(
            db ->
                db.createUpdate(
                        "delete from feedback where delivery_id = :delivery and kind = 'soft'")
                    .bind("delivery", delivery.id())
                    .execute())
        > 0;
  }

  /**
   * How many of a subscriber's newest mails came back softly, without one between them of which
   * nothing was heard; those that came back on the same day count once. A mail younger than all
   * that came back does not count as arrived: it may still come back. Bounces from before {@code
   * since} are forgiven.
   */
  int softInARow(long subscriber, Instant since) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select least(count(distinct soft.delivery_id),
                      count(distinct cast(soft.received_at at time zone 'UTC' as date)))
                    from feedback soft
                    where soft.subscriber_id = :subscriber and soft.kind = 'soft'
                      and soft.received_at >= :since
                      and soft.delivery_id > coalesce((
                        select max(arrived.id) from delivery arrived
                        where arrived.subscriber_id = :subscriber and arrived.state = 'sent'
                          and arrived.id < (select max(newest.delivery_id) from feedback newest
                            where newest.subscriber_id = :subscriber and newest.kind = 'soft')
                          and not exists (select 1 from feedback heard
                            where heard.delivery_id = arrived.id and heard.kind not in ('delayed', 'forwarded'))), 0)
                    """)
                .bind("subscriber", subscriber)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
  }

  private static Feedback read(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return new Feedback(
        row.getLong("delivery_id"),
        Kind.of(row.getString("kind")),
        status == null ? StatusCode.NONE : StatusCode.firstIn(status),
        row.getString("diagnostic"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }
}
