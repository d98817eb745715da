package dev.paperboy.app;

import dev.paperboy.app.Config.Mailing;
import dev.paperboy.inbound.Correspondent;
import dev.paperboy.inbound.Correspondent.Commanding;
import dev.paperboy.inbound.DeliveryFinder;
import dev.paperboy.inbound.FeedbackRecorder;
import dev.paperboy.inbound.InboundHandler;
import dev.paperboy.inbound.MailboxLease;
import dev.paperboy.inbound.MailboxReader;
import dev.paperboy.inbound.SetAside;
import dev.paperboy.store.Store;
import java.util.Optional;

/** What mail that comes in is given of the application. */
final class InboundWiring {

  private InboundWiring() {}

  static InboundHandler handler(Application application, Store store) {
    Mailing mailing = application.config().mailing();
    return new InboundHandler(
        store,
        new DeliveryFinder(
            mailing.sender().inbox(),
            application.bounceTags(),
            application.outbox(),
            application.tokens(),
            application.readership()),
        recorder(application),
        new SetAside(application.config().folders().data().resolve("inbound")),
        new Correspondent(
            mailing.sender().inbox(),
            mailing.sender().from().address(),
            application.tokens(),
            application.outbox(),
            application.readership(),
            new Commanding(
                application.subscriptions(),
                new StoredAboutReaders(application),
                application.clock())),
        application.clock());
  }

  static FeedbackRecorder recorder(Application application) {
    return new FeedbackRecorder(
        application.feedback(),
        application.readership(),
        application.config().mailing().delivery().softBounces(),
        application.clock());
  }

  /** Empty where no mailbox is set. */
  static Optional<MailboxReader> mailbox(Application application, Store store) {
    InboundHandler handler = handler(application, store);
    return application
        .config()
        .inbound()
        .mailbox()
        .map(
            mailbox ->
                new MailboxReader(
                    mailbox,
                    message -> handler.handle(message, null),
                    application.mailboxFailures(),
                    new MailboxLease(store, application.clock()),
                    application.clock()));
  }
}
