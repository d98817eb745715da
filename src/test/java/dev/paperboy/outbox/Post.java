package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.MailBody;
import dev.paperboy.mail.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A transport and mail source that answer as they are told and remember what they sent. */
final class Post implements Transport, MailSource {

  private static final EmailAddress SENDER = new EmailAddress("paperboy", "example.org");

  private final Clock clock;
  private final Map<String, List<Instant>> times = new ConcurrentHashMap<>();
  final Map<String, DeliveryResult> results = new HashMap<>();
  final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  final List<String> badAddresses = Collections.synchronizedList(new ArrayList<>());
  final List<String> softlyRefused = Collections.synchronizedList(new ArrayList<>());
  final List<String> readmitted = Collections.synchronizedList(new ArrayList<>());

  /** What is answered to whoever has no answer of their own. */
  volatile DeliveryResult otherwise = new Accepted("250 thanks");

  Runnable whileSending = () -> {};
  CountDownLatch together = new CountDownLatch(0);
  final Set<Connection> busy = Collections.newSetFromMap(new ConcurrentHashMap<>());
  final Set<String> left = new TreeSet<>();
  final Set<String> cursed = new TreeSet<>();

  Post(Clock clock) {
    this.clock = clock;
  }

  /** When mails were sent to this domain. */
  List<Instant> times(String domain) {
    return times.getOrDefault(domain, List.of());
  }

  @Override
  public String describe() {
    return "post";
  }

  @Override
  public Connection connect() {
    return new Connection() {
      @Override
      public DeliveryResult send(OutgoingMail mail) {
        sent.add(mail.head().messageId());
        whileSending.run();
        times
            .computeIfAbsent(
                mail.envelope().recipient().domain(),
                any -> Collections.synchronizedList(new ArrayList<>()))
            .add(clock.instant());
        if (busy.add(this)) {
          waitForTheOthers();
        }
        EmailAddress recipient = mail.envelope().recipient();
        DeliveryResult told = results.get(recipient.local());
        return told != null ? told : results.getOrDefault(recipient.toString(), otherwise);
      }

      @Override
      public void close() {}
    };
  }

  /** No connection sends its second mail before each has its first. */
  private void waitForTheOthers() {
    together.countDown();
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Prepared prepare(Delivery delivery) {
    String who = delivery.order().recipient().local();
    if (cursed.contains(who)) {
      throw new IllegalStateException("cannot render");
    }
    if (left.contains(who)) {
      return new Prepared.Cancel("has left");
    }
    return new Prepared.Ready(
        new OutgoingMail(
            new Envelope(SENDER, delivery.order().recipient()),
            new MailHead(
                delivery.order().messageId(),
                delivery.dueAt(),
                new Mailbox("Paperboy", SENDER),
                null,
                "Hello"),
            List.of(),
            new MailBody("Hello", null)));
  }

  @Override
  public void badAddress(Delivery delivery, String reply) {
    badAddresses.add(delivery.order().recipient().local());
  }

  @Override
  public void refused(Delivery delivery, String reply) {
    softlyRefused.add(delivery.order().recipient().local());
  }

  @Override
  public void readmit(Delivery delivery, String reply) {
    readmitted.add(delivery.order().recipient().local());
  }
}
