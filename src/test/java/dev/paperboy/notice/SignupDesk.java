package dev.paperboy.notice;

import dev.paperboy.TestClock;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Subscriptions.Asking;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Ada, and others in her name, sign up, and where her mails can be read. */
final class SignupDesk {

  static final EmailAddress ADA = new EmailAddress("ada", "example.org");
  private static final EmailAddress PAPERS = new EmailAddress("papers", "paperboy.example");

  final Store store;
  final TestClock clock;
  final Registrar registrar;
  final Subscriptions subscriptions;
  private final Subscribers subscribers;
  private final Outbox outbox;
  private final NoticeSource source;

  SignupDesk(Store store, Path folder, int signupsPerHour, TestClock clock) {
    this.store = store;
    this.clock = clock;
    InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
    subscribers = new Subscribers(store);
    registrar = new Registrar(store, parser, clock, () -> 7);
    Readership readership = new Readership(subscribers, registrar, parser);
    InstanceSecret secret = InstanceSecret.in(folder);
    Tokens tokens = new Tokens(secret, store, clock);
    outbox = new Outbox(store, clock);
    Notices notices = new Notices(store, outbox, secret, PAPERS.domain(), clock);
    subscriptions =
        new Subscriptions(
            store,
            readership,
            notices,
            new Asking(tokens, OptIns.of(secret, store, signupsPerHour, clock)),
            interests -> new Lately(14, List.of()),
            clock);
    SenderSettings sender =
        new SenderSettings(
            new Mailbox("Paperboy", PAPERS),
            new Inbox(PAPERS, Tags.PLUS),
            "",
            URI.create("https://paperboy.example"));
    source =
        new NoticeSource(
            notices,
            readership,
            new NoticeRenderer(new Templates(folder).in("en"), sender),
            sender,
            tokens,
            new BounceTags(id -> "seal" + id));
  }

  Asked subscribe(String interests) {
    return subscriptions.subscribe(ADA, interests, Origin.NO_MAIL);
  }

  Confirmation confirm(String token) {
    return subscriptions.confirm(token, Origin.NO_MAIL);
  }

  /** Signs up, and gives the token of the question that was sent. */
  String question(String interests) {
    int before = mails();
    subscribe(interests);
    if (mails() != before + 1) {
      throw new AssertionError("no question was sent");
    }
    return token("confirm");
  }

  boolean asks(String interests) {
    int before = mails();
    subscribe(interests);
    return mails() > before;
  }

  /** Signed up, confirmed, and gone again. */
  void hasLeft(String interests) {
    confirm(question(interests));
    clock.advance(Duration.ofDays(2));
    subscriptions.departures().leave(ada(), "test", Origin.NO_MAIL);
    clock.advance(Duration.ofDays(2));
  }

  boolean knowsAda() {
    return subscribers.find(ADA).isPresent();
  }

  Subscriber ada() {
    return subscribers.find(ADA).orElseThrow();
  }

  int mails() {
    return knowsAda() ? outbox.of(ada().id()).size() : 0;
  }

  /** The newest mail to Ada. */
  OutgoingMail mail() {
    Delivery newest = outbox.of(ada().id()).get(0);
    return ((Prepared.Ready) source.prepare(newest)).mail();
  }

  Prepared prepared() {
    return source.prepare(outbox.of(ada().id()).get(0));
  }

  String text() {
    return mail().body().text().toString();
  }

  /** The token in the newest mail to Ada. */
  String token(String page) {
    Matcher link =
        Pattern.compile("https://paperboy.example/" + page + "/([\\w-]{43})").matcher(text());
    if (!link.find()) {
      throw new AssertionError(text());
    }
    return link.group(1);
  }
}
