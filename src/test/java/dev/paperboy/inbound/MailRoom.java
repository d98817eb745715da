package dev.paperboy.inbound;

import dev.paperboy.TestClock;
import dev.paperboy.inbound.Correspondent.Commanding;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Notices;
import dev.paperboy.notice.OptIns;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.notice.Subscriptions.Asking;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery.Order;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handler over a store with one reader, Ada, and the mails that were sent to her. */
final class MailRoom {

  private static final EmailAddress ADA = new EmailAddress("ada", "example.com");

  private final Store store;
  private final int signupsPerHour;
  private final TestClock clock;
  private final Outbox outbox;
  private final Readership readership;
  private final Tokens tokens;
  private final FeedbackLog log;
  private final InboundHandler handler;
  private final FeedbackRecorder recorder;

  MailRoom(Store store, Path folder, int softBounces, TestClock clock) {
    this(store, folder, softBounces, 0, clock);
  }

  /** Where so many may sign up in an hour; 0: no limit. */
  MailRoom(Store store, Path folder, int softBounces, int signupsPerHour, TestClock clock) {
    this.store = store;
    this.signupsPerHour = signupsPerHour;
    this.clock = clock;
    outbox = new Outbox(store, clock);
    InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
    Registrar registrar = new Registrar(store, parser, clock, () -> 0);
    readership = new Readership(new Subscribers(store), registrar, parser);
    tokens = new Tokens(InstanceSecret.in(folder), store, clock);
    log = new FeedbackLog(store);
    Inbox inbox = new Inbox(new EmailAddress("papers", "example.org"), Tags.PLUS);
    BounceTags tags = new BounceTags(id -> "seal" + id);
    recorder = new FeedbackRecorder(log, readership, softBounces, clock);
    handler =
        new InboundHandler(
            store,
            new DeliveryFinder(inbox, tags, outbox, tokens, readership),
            recorder,
            new SetAside(folder.resolve("inbound")),
            new Correspondent(
                inbox,
                new EmailAddress("papers", "example.org"),
                tokens,
                outbox,
                readership,
                new Commanding(subscriptions(folder), new NoRecords(), clock)),
            clock);
    readership.registrar().add(ADA, "interests: [robot]");
    readership.registrar().add(new EmailAddress("ben", "example.com"), "interests: [robot]");
  }

  private Subscriptions subscriptions(Path folder) {
    Notices notices = new Notices(store, outbox, InstanceSecret.in(folder), "example.org", clock);
    Asking asking =
        new Asking(tokens, OptIns.of(InstanceSecret.in(folder), store, signupsPerHour, clock));
    return new Subscriptions(
        store, readership, notices, asking, interests -> new Lately(14, List.of()), clock);
  }

  private record NoRecords() implements ReaderRecords {
    @Override
    public List<String> lately(Subscriber reader) {
      return List.of();
    }

    @Override
    public String everything(Subscriber reader) {
      return reader.address().toString();
    }
  }

  FeedbackRecorder recorder() {
    return recorder;
  }

  /** Where answers to Ada's mails come to. */
  String replyAddressOfAda() {
    return "papers+r-" + tokens.of(ada(), Purpose.REPLY) + "@example.org";
  }

  /** Where an answer to the newest question to this reader comes to. */
  String confirmAddressOf(String address) {
    long notice =
        store
            .jdbi()
            .withHandle(
                db ->
                    db.createQuery(
                            """
                            select max(id) from notice
                            where topic in ('', 'request') and kind in ('confirm', 'answer')
                            """)
                        .mapTo(Long.class)
                        .one());
    String token =
        tokens.of(
            reader(address),
            Purpose.CONFIRM_MAIL,
            notice,
            clock.instant().plus(Duration.ofHours(48)));
    return "papers+c-" + token + "@example.org";
  }

  /** Where a mail from Ada ends her subscription. */
  String leaveAddressOfAda() {
    return "papers+u-" + tokens.of(ada(), Purpose.UNSUBSCRIBE_MAIL) + "@example.org";
  }

  Subscriber reader(String address) {
    return readership.subscribers().find(EmailAddress.parse(address).orElseThrow()).orElseThrow();
  }

  boolean knows(String address) {
    return readership.subscribers().find(EmailAddress.parse(address).orElseThrow()).isPresent();
  }

  /** The notices so far, oldest first: kind, topic and whom to. */
  List<String> answers() {
    return store
        .jdbi()
        .withHandle(
            db ->
                db.createQuery("select kind, topic from notice order by id")
                    .map(
                        (row, context) ->
                            (row.getString("kind") + " " + row.getString("topic")).strip())
                    .list());
  }

  /** Whom the notices so far went to, oldest first. */
  List<String> addressees() {
    return store
        .jdbi()
        .withHandle(
            db ->
                db.createQuery("select address_key from notice order by id")
                    .mapTo(String.class)
                    .list());
  }

  int answerCount() {
    return store
        .jdbi()
        .withHandle(db -> db.createQuery("select count(*) from notice").mapTo(Integer.class).one());
  }

  /** So many mails to Ada, numbered from 1, that the other server took. */
  void send(int mails) {
    for (long number = 1; number <= mails; number++) {
      Order order =
          new Order(
              "digest",
              number,
              ada().id(),
              ADA,
              "<digest-" + number + "@example.org>",
              clock.instant().plus(Duration.ofDays(1)));
      store.jdbi().useTransaction(db -> outbox.enqueue(db, List.of(order)));
      state(number, "sent");
    }
  }

  /** The mail of that number was refused at once. */
  void fail(long delivery) {
    state(delivery, "failed");
  }

  private void state(long delivery, String state) {
    store
        .jdbi()
        .useHandle(db -> db.execute("update delivery set state = ? where id = ?", state, delivery));
  }

  Outcome take(String mail) {
    return take(mail, null);
  }

  Outcome take(String mail, @Nullable String recipient) {
    return handler.handle(
        Corpus.octets(mail),
        recipient == null ? null : EmailAddress.parse(recipient).orElseThrow());
  }

  InboundHandler handler() {
    return handler;
  }

  Subscriber ada() {
    return readership.subscribers().find(ADA).orElseThrow();
  }

  Subscriber resumeAda() {
    return readership.registrar().resume(ada());
  }

  void unsubscribeAda() {
    readership.registrar().unsubscribe(ada(), "by the reader");
  }

  String unsubscribeTokenOfAda() {
    return tokens.of(ada(), Purpose.UNSUBSCRIBE);
  }

  List<Feedback> feedback() {
    return log.of(ada().id(), 99);
  }
}
