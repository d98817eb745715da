package dev.paperboy.web;

import dev.paperboy.digest.DigestMails;
import dev.paperboy.digest.DigestRenderer;
import dev.paperboy.digest.Digests;
import dev.paperboy.digest.Lookback;
import dev.paperboy.digest.MessageIds;
import dev.paperboy.digest.ReaderLinker;
import dev.paperboy.digest.RunLog;
import dev.paperboy.dump.DumpQuarantine;
import dev.paperboy.dump.DumpSettings;
import dev.paperboy.inbound.FeedbackFigures;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.mail.StoredMails;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.outbox.OutboxFigures;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.search.ArchiveSearch;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.SubscriberFigures;
import dev.paperboy.subscriber.Suppressions;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import dev.paperboy.web.OperatorSettings.MailboxAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts of a site that most tests of pages do not look at, made as the program makes them. */
record SiteParts(
    Path folder, Store store, PaperArchive archive, Readership readership, Clock clock) {

  /** A hash that is quickly tried and that no password has. */
  private static final String NO_PASSWORD =
      "pbkdf2-sha256:1000:" + "A".repeat(16) + ":" + "A".repeat(43);

  private static final Duration LIFETIME = Duration.ofHours(36);

  LibraryParts library(Tokens tokens, URI base) {
    EmailAddress from = new EmailAddress("papers", "example.org");
    SenderSettings sender =
        new SenderSettings(
            new Mailbox("Paperboy", from), new Inbox(from, Inbox.Tags.PLUS), "", base);
    Outbox outbox = new Outbox(store, clock);
    MessageIds ids = new MessageIds(InstanceSecret.in(folder), "example.org");
    Digests digests = new Digests(store, outbox, ids, LIFETIME, clock);
    DigestRenderer renderer = new DigestRenderer(new Templates(Path.of("templates")), sender);
    ReaderLinker linker = new ReaderLinker(sender, tokens, new BounceTags(id -> "tag" + id));
    Catalogue catalogue = new Catalogue(store);
    return new LibraryParts(
        catalogue,
        new ArchiveSearch(folder.resolve("search"), archive, catalogue),
        new Lookback(archive, 14),
        digests,
        new DigestMails(archive, digests, readership, renderer, linker, clock));
  }

  /** Whose pages there are. */
  enum Extent {
    READERS,
    OPERATOR_TOO
  }

  OperatorParts operator(Extent extent) {
    boolean whole = extent == Extent.OPERATOR_TOO;
    DumpSettings dumps =
        new DumpSettings(
            folder.resolve("dumps"), Duration.ofSeconds(1), Duration.ZERO, 1 << 20, LIFETIME);
    AdminParts admin =
        new AdminParts(
            new RunLog(store),
            new SubscriberFigures(store),
            new Suppressions(store),
            new Outbox(store, clock),
            new OutboxFigures(store),
            new FeedbackFigures(store),
            new DumpQuarantine(dumps),
            LIFETIME);
    return new OperatorParts(
        new OperatorSettings(whole ? NO_PASSWORD : "", MailboxAccess.LOCAL),
        admin,
        whole
            ? Optional.of(
                new MailboxParts(new StoredMails(folder.resolve("mailbox")), mail -> List.of()))
            : Optional.empty(),
        () -> "",
        (route, status, took) -> {});
  }
}
