package dev.paperboy.app;

import dev.paperboy.digest.DigestMails;
import dev.paperboy.digest.DigestPlanner;
import dev.paperboy.digest.DigestRenderer;
import dev.paperboy.digest.Digests;
import dev.paperboy.digest.Lookback;
import dev.paperboy.digest.MessageIds;
import dev.paperboy.digest.ReaderLinker;
import dev.paperboy.digest.RunLog;
import dev.paperboy.dump.DumpInbox;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.DumpQuarantine;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.inbound.FeedbackFigures;
import dev.paperboy.inbound.FeedbackLog;
import dev.paperboy.inbound.InboundHandler;
import dev.paperboy.inbound.MailboxFailures;
import dev.paperboy.inbound.MailboxReader;
import dev.paperboy.inbound.RefusalRecorder;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.LocalMailbox;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.mail.SmtpTransport;
import dev.paperboy.mail.Transport;
import dev.paperboy.notice.Alarm;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.NoticeRenderer;
import dev.paperboy.notice.NoticeSource;
import dev.paperboy.notice.Notices;
import dev.paperboy.notice.OptIns;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.notice.Subscriptions.Asking;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.outbox.MailSource;
import dev.paperboy.outbox.MailSources;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.outbox.OutboxFigures;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.search.ArchiveSearch;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.SubscriberFigures;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Suppressions;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import dev.paperboy.web.AdminParts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * The composition root: every part is made here, once, with {@code new}. Opening it opens the store
 * and starts nothing; closing it closes the store.
 */
public final class Application implements AutoCloseable {

  /** Interests are tried on so many days. */
  private static final int DAYS_TO_TRY = 14;

  private final Config config;
  private final Clock clock;
  private final Store store;
  private final PaperArchive archive;
  private final Catalogue catalogue;
  private final Lookback lookback;
  private final Readership readership;
  private final Tokens tokens;
  private final BounceTags bounceTags;
  private final Outbox outbox;
  private final FeedbackLog feedback;
  private final Digests digests;
  private final RunLog runLog;
  private final Templates templates;
  private final DigestRenderer renderer;
  private final DigestMails mails;
  private final Notices queue;
  private final Subscriptions subscriptions;
  private final Alarm alarm;
  private final NoticeSource notices;
  private final MimeWriter writer;
  private final Transport transport;

  private Application(Config config, Clock clock, Store store, MimeWriter writer) {
    this.writer = writer;
    this.config = config;
    this.clock = clock;
    this.store = store;
    this.transport =
        switch (config.mailing().transport()) {
          case MAILBOX -> new LocalMailbox(mailbox(), writer);
          case SMTP -> new SmtpTransport(config.mailing().smtp(), writer);
        };
    archive = new PaperArchive(store, clock);
    catalogue = new Catalogue(store);
    lookback = new Lookback(archive, DAYS_TO_TRY);
    InterestsParser parser = new InterestsParser(config.digest());
    InstanceSecret secret = InstanceSecret.in(config.folders().data());
    tokens = new Tokens(secret, store, clock);
    outbox = new Outbox(store, clock);
    feedback = new FeedbackLog(store);
    MessageIds messageIds =
        new MessageIds(secret, config.mailing().sender().from().address().domain());
    digests = new Digests(store, outbox, messageIds, config.mailing().delivery().maxAge(), clock);
    readership =
        new Readership(
            new Subscribers(store),
            new Registrar(store, parser, clock, this::startingEdition, digests),
            parser);
    runLog = new RunLog(store);
    bounceTags = new BounceTags(id -> secret.deriveForAddress("bounce", Long.toString(id), 80));
    templates = new Templates(config.folders().templates());
    renderer = new DigestRenderer(templates, config.mailing().sender());
    mails = mails(renderer);
    SenderSettings sender = config.mailing().sender();
    queue = new Notices(store, outbox, secret, sender.from().address().domain(), clock);
    subscriptions =
        new Subscriptions(
            store,
            readership,
            queue,
            new Asking(
                tokens, OptIns.of(secret, store, config.web().subscriptionsPerHour(), clock)),
            interests -> Lately.of(lookback.advice(interests)),
            clock);
    alarm =
        new Alarm(queue, config.mailing().operator(), config.digest().rhythm().timezone(), clock);
    notices =
        new NoticeSource(
            queue, readership, new NoticeRenderer(templates, sender), sender, tokens, bounceTags);
  }

  /**
   * Opens the store and makes all parts.
   *
   * @throws WrongConfig if a DKIM key that the configuration names cannot be used
   * @throws dev.paperboy.store.StoreUnavailable if the store cannot be opened
   */
  public static Application open(Config config, Clock clock) throws WrongConfig {
    MimeWriter writer = new MimeWriter(SignerReader.read(config.mailing().dkim()));
    Store store = Store.open(config.store());
    try {
      return new Application(config, clock, store, writer);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  public Config config() {
    return config;
  }

  public Clock clock() {
    return clock;
  }

  public PaperArchive archive() {
    return archive;
  }

  /** The last days, to try interests on. */
  Lookback lookback() {
    return lookback;
  }

  /** The archive as its readers look things up in it. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** A search over the archive; whoever asks for it brings it up to date, and closes it. */
  public ArchiveSearch search() {
    return new ArchiveSearch(config.folders().data().resolve("search"), archive, catalogue);
  }

  public Readership readership() {
    return readership;
  }

  public Tokens tokens() {
    return tokens;
  }

  public BounceTags bounceTags() {
    return bounceTags;
  }

  public Outbox outbox() {
    return outbox;
  }

  public FeedbackLog feedback() {
    return feedback;
  }

  public Digests digests() {
    return digests;
  }

  public RunLog runLog() {
    return runLog;
  }

  public DigestRenderer renderer() {
    return renderer;
  }

  public DigestMails mails() {
    return mails;
  }

  /** What readers ask for, with the notices that answer it. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** The notices in the store. */
  Notices notices() {
    return queue;
  }

  /** Tells the operator what is wrong. */
  public Alarm alarm() {
    return alarm;
  }

  /** Makes the bytes of a mail as they leave. */
  public MimeWriter writer() {
    return writer;
  }

  /** The operator's templates, as the digests use them. */
  public Templates templates() {
    return templates;
  }

  /** Digests made from other templates: a preview in another language. */
  public DigestMails mails(Templates others) {
    return mails(new DigestRenderer(others, config.mailing().sender()));
  }

  private DigestMails mails(DigestRenderer rendering) {
    return new DigestMails(
        archive,
        digests,
        readership,
        rendering,
        new ReaderLinker(config.mailing().sender(), tokens, bounceTags),
        clock);
  }

  /** Takes dumps in. */
  public DumpIngester ingester() {
    return new DumpIngester(
        config.dumps(), new DumpInbox(config.dumps(), clock), new DumpReaders(), archive, clock);
  }

  /** Decides who gets what. */
  public DigestPlanner planner() {
    return new DigestPlanner(archive, readership, digests, runLog, clock);
  }

  /**
   * Sends the notices that are due; beside the {@link #dispatcher}, which is to be made before it.
   */
  public Dispatcher noticeDispatcher() {
    return Dispatcher.ofNotices(store, transport(), sources(), config.mailing().delivery(), clock);
  }

  private MailSource sources() {
    return new RefusalRecorder(
        new MailSources(Map.of("digest", mails, Notices.KIND, notices)),
        InboundWiring.recorder(this));
  }

  /**
   * Sends the digests that are due; frees what a dead process had in hand, where there can be no
   * other one.
   */
  public Dispatcher dispatcher() {
    Dispatcher dispatcher =
        new Dispatcher(store, transport(), sources(), config.mailing().delivery(), clock);
    if (store.embedded()) {
      dispatcher.recover();
    }
    return dispatcher;
  }

  /** How many subscribers there are. */
  SubscriberFigures subscriberFigures() {
    return new SubscriberFigures(store);
  }

  /** Who is suppressed, and why. */
  public Suppressions suppressions() {
    return new Suppressions(store);
  }

  /** What the operator's page shows. */
  AdminParts admin() {
    return new AdminParts(
        runLog,
        subscriberFigures(),
        suppressions(),
        outbox,
        new OutboxFigures(store),
        new FeedbackFigures(store),
        new DumpQuarantine(config.dumps()),
        config.mailing().delivery().maxAge());
  }

  /** Takes the mails that come in. */
  public InboundHandler inbound() {
    return InboundWiring.handler(this, store);
  }

  /** Fetches mails that come in from the mailbox; empty where none is set. */
  public Optional<MailboxReader> mailboxReader() {
    return InboundWiring.mailbox(this, store);
  }

  /** The mails in the mailbox that could not be handled. */
  MailboxFailures mailboxFailures() {
    return new MailboxFailures(store, clock);
  }

  /** Where mails go: the local mailbox or the SMTP server. */
  public Transport transport() {
    return transport;
  }

  /** The folder of the local mailbox. */
  public Path mailbox() {
    return config.folders().data().resolve("mailbox");
  }

  @Override
  public void close() {
    store.close();
  }

  private int startingEdition() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return archive.startingEdition(today.minusDays(config.dumps().mailMaxAge().toDays()));
  }
}
