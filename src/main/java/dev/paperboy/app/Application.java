package dev.paperboy.app;

import dev.paperboy.digest.DigestMails;
import dev.paperboy.digest.DigestPlanner;
import dev.paperboy.digest.DigestRenderer;
import dev.paperboy.digest.Digests;
import dev.paperboy.digest.MessageIds;
import dev.paperboy.digest.ReaderLinker;
import dev.paperboy.digest.RunLog;
import dev.paperboy.dump.DumpInbox;
import dev.paperboy.dump.DumpIngester;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.inbound.FeedbackLog;
import dev.paperboy.inbound.InboundHandler;
import dev.paperboy.inbound.MailboxFailures;
import dev.paperboy.inbound.MailboxReader;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.LocalMailbox;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.SmtpTransport;
import dev.paperboy.mail.Transport;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Dispatcher;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The composition root: every part is made here, once, with {@code new}. Opening it opens the store
 * and starts nothing; closing it closes the store.
 */
public final class Application implements AutoCloseable {

  private final Config config;
  private final Clock clock;
  private final Store store;
  private final PaperArchive archive;
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
  private final MimeWriter writer;

  private Application(Config config, Clock clock, Store store, MimeWriter writer) {
    this.writer = writer;
    this.config = config;
    this.clock = clock;
    this.store = store;
    archive = new PaperArchive(store, clock);
    InterestsParser parser = new InterestsParser(config.digest());
    readership =
        new Readership(
            new Subscribers(store),
            new Registrar(store, parser, clock, this::startingEdition),
            parser);
    InstanceSecret secret = InstanceSecret.in(config.folders().data());
    tokens = new Tokens(secret, store, clock);
    outbox = new Outbox(store, clock);
    feedback = new FeedbackLog(store);
    MessageIds messageIds =
        new MessageIds(secret, config.mailing().sender().from().address().domain());
    digests = new Digests(store, outbox, messageIds, config.mailing().delivery().maxAge(), clock);
    runLog = new RunLog(store);
    bounceTags = new BounceTags(id -> secret.deriveForAddress("bounce", Long.toString(id), 80));
    templates = new Templates(config.folders().templates());
    renderer = new DigestRenderer(templates, config.mailing().sender());
    mails = mails(renderer);
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

  /** Sends what is due; frees what a dead process had in hand, where there can be no other one. */
  public Dispatcher dispatcher() {
    Dispatcher dispatcher =
        new Dispatcher(store, transport(), mails, config.mailing().delivery(), clock);
    if (store.embedded()) {
      dispatcher.recover();
    }
    return dispatcher;
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
    return switch (config.mailing().transport()) {
      case MAILBOX -> new LocalMailbox(mailbox(), writer);
      case SMTP -> new SmtpTransport(config.mailing().smtp(), writer);
    };
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
