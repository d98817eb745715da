package dev.paperboy.digest;

import dev.paperboy.bench.RealPapers;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.mail.SmtpTransport;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.DeliverySettings;
import dev.paperboy.outbox.DispatchSummary;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.outbox.SendingLimits;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * An H2 file with readers, papers, digests and an outbox full of deliveries, and the dispatcher of
 * production that sends them. Deleted when closed.
 */
public final class DeliveryRun implements AutoCloseable {

  /** Different digests; the readers share them. */
  private static final int DIGESTS = 100;

  /** So many are written in a transaction. */
  private static final int AT_ONCE = 5_000;

  private static final int STORE_CONNECTIONS = 8;

  private final Path folder;
  private final Store store;
  private final Clock clock = Clock.systemUTC();
  private final Outbox outbox;
  private final DigestMails mails;

  private DeliveryRun(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
    this.outbox = new Outbox(store, clock);
    InstanceSecret secret = InstanceSecret.in(folder);
    InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
    this.mails =
        new DigestMails(
            new PaperArchive(store, clock),
            new Digests(
                store,
                outbox,
                new MessageIds(secret, "paperboy.example"),
                Duration.ofDays(2),
                clock),
            new Readership(
                new Subscribers(store), new Registrar(store, parser, clock, () -> 0), parser),
            new DigestRenderer(new Templates(Path.of("templates")), TenPapers.SENDER),
            new ReaderLinker(
                TenPapers.SENDER,
                new Tokens(secret, store, clock),
                new BounceTags(id -> secret.deriveForAddress("bounce", Long.toString(id), 80))),
            clock);
  }

  /** Fills a store with so many deliveries. */
  public static DeliveryRun of(Path data, int deliveries) throws IOException {
    Path folder = Files.createTempDirectory("paperboy-bench");
    Store store =
        Store.open(
            new StoreSettings(StoreSettings.embeddedIn(folder), "sa", "", STORE_CONNECTIONS));
    DeliveryRun run = new DeliveryRun(folder, store);
    List<Digest> digests = TenPapers.digests(RealPapers.in(data, store), DIGESTS);
    store.jdbi().useTransaction(db -> samples(db, digests));
    for (int from = 1; from <= deliveries; from += AT_ONCE) {
      int first = from;
      int last = Math.min(deliveries, from + AT_ONCE - 1);
      store.jdbi().useTransaction(db -> run.fill(db, first, last));
    }
    return run;
  }

  private static void samples(Handle db, List<Digest> digests) {
    db.execute(
        "create table sample (number int primary key, interests varchar, selection varchar)");
    PreparedBatch samples = db.prepareBatch("insert into sample values (?, ?, ?)");
    for (int i = 0; i < DIGESTS; i++) {
      samples.add(i, TenPapers.document(i), Selection.of(digests.get(i)).toJson());
    }
    samples.execute();
  }

  /** Readers of these numbers, each with a digest and a delivery of the same number. */
  private void fill(Handle db, int first, int last) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    db.execute(
        """
        insert into subscriber (email, email_key, state, interests, last_edition, next_digest_at,
          token_seed, created_at)
        select 'reader' || x || '@example.org', 'reader' || x || '@example.org', 'active',
          s.interests, 1, ?, 'seed' || x, ?
        from system_range(?, ?) join sample s on s.number = mod(x, 100)
        """,
        now,
        now,
        first,
        last);
    db.execute(
        """
        insert into digest (subscriber_id, first_edition, last_edition, digest_date, outcome,
          matched, selection, planned_at)
        select r.id, 1, 1, ?, 'queued', 10, s.selection, ?
        from subscriber r join sample s on s.number = mod(r.id, 100)
        where r.id between ? and ?
        """,
        TenPapers.DAY,
        now,
        first,
        last);
    db.execute(
        """
        insert into delivery (kind, reference, subscriber_id, recipient, message_id, state,
          attempts, due_at, expires_at, created_at, changed_at)
        select 'digest', d.id, r.id, r.email,
          '<' || lpad(d.id, 43, 'bench') || '@paperboy.example>', 'pending', 0, ?, ?, ?, ?
        from digest d join subscriber r on r.id = d.subscriber_id
        where d.id between ? and ?
        """,
        now,
        now.plusDays(2),
        now,
        now,
        first,
        last);
  }

  /**
   * Everything is to be sent again, to readers who have had a mail before from the second time on.
   */
  public void again() {
    store
        .jdbi()
        .useHandle(
            db -> {
              db.execute(
                  """
                  update delivery set state = 'pending', attempts = 0, reply = null, due_at = ?
                  where state <> 'pending'
                  """,
                  OffsetDateTime.now(clock));
              db.execute("checkpoint sync");
            });
  }

  /** Sends everything that is due; every delivery must end as sent. */
  public DispatchSummary send(int port, int connections, DkimSigner signer) {
    SmtpSettings smtp =
        new SmtpSettings(
            new SmtpSettings.Server("127.0.0.1", port, SmtpSettings.Security.NONE),
            "",
            "",
            new SmtpSettings.Timeouts(
                Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(1)),
            10_000);
    DeliverySettings settings =
        new DeliverySettings(
            Duration.ofSeconds(5),
            connections,
            Duration.ofDays(2),
            DeliverySettings.InDoubt.RESEND,
            5,
            SendingLimits.NONE);
    SmtpTransport transport = new SmtpTransport(smtp, new MimeWriter(signer));
    return new Dispatcher(store, transport, mails, settings, clock).deliverDue(() -> {});
  }

  /** One of the mails. */
  public OutgoingMail sample() {
    Delivery first = outbox.find(1).orElseThrow();
    if (mails.prepare(first) instanceof Prepared.Ready ready) {
      return ready.mail();
    }
    throw new IllegalStateException("the first mail cannot be made");
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
