package dev.paperboy.notice;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Subscriber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The notices in the store. Writing one and putting its mail in the outbox is one transaction, that
 * of the change it tells of: both happen or none. Threads may share it.
 */
public final class Notices {

  /** The kind of delivery that a notice is. */
  public static final String KIND = "notice";

  /** The topic of what is told by a page alone. */
  private static final String BY_PAGE = "page";

  /** Nobody wants to read it later. */
  private static final Duration MAX_AGE = Duration.ofHours(24);

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final InstanceSecret secret;
  private final String domain;
  private final Clock clock;

  /**
   * @param domain the right-hand side of Message-IDs: that of the sender
   */
  public Notices(Store store, Outbox outbox, InstanceSecret secret, String domain, Clock clock) {
    this.jdbi = store.jdbi();
    this.outbox = outbox;
    this.secret = secret;
    this.domain = domain;
    this.clock = clock;
  }

  /** Queues it for a subscriber. */
  void queue(Subscriber reader, NoticeContent content, Origin origin) {
    queue(reader.address(), reader.id(), content, "", origin);
  }

  /**
   * Queues it.
   *
   * @param subscriber 0: nobody on the list
   * @param topic what is counted on its own
   */
  void queue(EmailAddress to, long subscriber, NoticeContent content, String topic, Origin origin) {
    jdbi.useTransaction(
        db -> {
          long id = insert(db, to, subscriber, content, topic, origin);
          Order order =
              new Order(
                  KIND,
                  id,
                  subscriber,
                  to,
                  "<" + secret.derive("message-id", "notice " + id) + "@" + domain + ">",
                  clock.instant().plus(MAX_AGE));
          outbox.enqueue(db, List.of(order));
        });
  }

  /** Keeps what a page has told a subscriber, for who wants it back; no mail tells it. */
  long keep(Subscriber reader, NoticeContent content) {
    return jdbi.inTransaction(
        db -> insert(db, reader.address(), reader.id(), content, BY_PAGE, Origin.NO_MAIL));
  }

  /** The document from before the change that this notice tells of; empty if it tells of none. */
  Optional<String> previous(long notice) {
    return find(notice)
        .map(StoredNotice::content)
        .filter(NoticeContent.Changes.class::isInstance)
        .map(NoticeContent.Changes.class::cast)
        .flatMap(changes -> Optional.ofNullable(changes.previous()));
  }

  /** How many of this kind and topic went to the address since then. */
  int count(EmailAddress to, Kind kind, String topic, Instant since) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select count(*) from notice
                    where address_key = :key and created_at >= :since and kind = :kind
                      and topic = :topic
                    """)
                .bind("key", to.key())
                .bind("kind", kind.word())
                .bind("topic", topic)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
  }

  /** How many of any kind went to the address by mail since then. */
  int count(EmailAddress to, Instant since) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select count(*) from notice
                    where address_key = :key and created_at >= :since and topic <> :byPage
                    """)
                .bind("key", to.key())
                .bind("byPage", BY_PAGE)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
  }

  /** The questions whether this subscriber wants the subscription, newest first. */
  List<StoredNotice> questions(Subscriber reader) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select id, kind, subscriber_id, content, in_reply_to, created_at
                    from notice where subscriber_id = :reader and kind = :kind
                    order by id desc
                    """)
                .bind("reader", reader.id())
                .bind("kind", Kind.CONFIRM.word())
                .map((row, context) -> read(row))
                .list());
  }

  /** The notice with this number. */
  Optional<StoredNotice> find(long id) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select id, kind, subscriber_id, content, in_reply_to, created_at
                    from notice where id = :id
                    """)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
  }

  /**
   * A notice as it concerns whoever got it.
   *
   * @param content what it says, as JSON
   */
  public record Told(Kind kind, Instant createdAt, String content) {}

  /** All that was told to the address, newest first; warnings to the operator are not. */
  public List<Told> told(EmailAddress to) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select kind, content, created_at from notice
                    where address_key = :key and kind <> 'alert' order by id desc
                    """)
                .bind("key", to.key())
                .map(
                    (row, context) ->
                        new Told(
                            kind(row),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getString("content")))
                .list());
  }

  /** Forgets all that {@link #told} tells of, and the deliveries of it. */
  void forget(EmailAddress to) {
    jdbi.useTransaction(
        db -> {
          List<Long> all =
              db.createQuery("select id from notice where address_key = :key and kind <> 'alert'")
                  .bind("key", to.key())
                  .mapTo(Long.class)
                  .list();
          for (long id : all) {
            outbox.forget(db, KIND, id);
            db.createUpdate("delete from notice where id = :id").bind("id", id).execute();
          }
        });
  }

  private long insert(
      Handle db,
      EmailAddress to,
      long subscriber,
      NoticeContent content,
      String topic,
      Origin origin) {
    return db.createUpdate(
            """
            insert into notice (kind, subscriber_id, topic, address_key, content, in_reply_to,
              created_at)
            values (:kind, :subscriber, :topic, :key, :content, :inReplyTo, :now)
            """)
        .bind("kind", content.kind().word())
        .bind("subscriber", subscriber == 0 ? null : subscriber)
        .bind("topic", topic)
        .bind("key", to.key())
        .bind("content", content.toJson())
        .bind("inReplyTo", origin.inReplyTo())
        .bind("now", OffsetDateTime.now(clock))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private static StoredNotice read(ResultSet row) throws SQLException {
    return new StoredNotice(
        row.getLong("id"),
        row.getLong("subscriber_id"),
        NoticeContent.fromJson(kind(row), row.getString("content")),
        row.getString("in_reply_to"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
  }
}
