package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SmtpSettings;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import dev.paperboy.mail.SmtpTransport;
import dev.paperboy.mail.Transport;
import dev.paperboy.outbox.DeliverySettings.InDoubt;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.h2.api.Trigger;

/**
 * A process that works the outbox off with real parts, and dies at a point between them: at once,
 * without any hook. The arguments are the store's URL, user and password, the mail server's port,
 * and the {@link FaultPoint}.
 */
final class MortalDispatcher {

  /** As {@code kill -9} would have it. */
  static final int KILLED = 137;

  private MortalDispatcher() {}

  public static void main(String[] args) {
    FaultPoint point = FaultPoint.valueOf(args[4]);
    StoreSettings settings = new StoreSettings(args[0], args[1], args[2], 4);
    try (Store store = Store.open(settings)) {
      Dispatcher dispatcher =
          dispatcher(store, Integer.parseInt(args[3]), point, Clock.systemUTC(), InDoubt.RESEND);
      dispatcher.deliverDue(() -> die(point == FaultPoint.AFTER_COMMIT));
    }
  }

  /** The parts as the program has them, one connection, dying at this point. */
  static Dispatcher dispatcher(
      Store store, int port, FaultPoint point, Clock clock, InDoubt inDoubt) {
    Post post = new Post(clock);
    MailSource source =
        new MailSource() {
          @Override
          public Prepared prepare(Delivery delivery) {
            die(point == FaultPoint.AFTER_LEASE);
            return post.prepare(delivery);
          }

          @Override
          public void badAddress(Delivery delivery, String reply) {
            post.badAddress(delivery, reply);
          }
        };
    return new Dispatcher(
        store, new MortalTransport(smtp(port), point), source, Orders.settings(1, inDoubt), clock);
  }

  private static Transport smtp(int port) {
    Duration patience = Duration.ofSeconds(30);
    return new SmtpTransport(
        new SmtpSettings(
            new Server("127.0.0.1", port, Security.NONE),
            "",
            "",
            new Timeouts(patience, patience, patience),
            100),
        new MimeWriter(DkimSigner.NONE));
  }

  private static void die(boolean now) {
    if (now) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /** Real SMTP, and a death before or after it. */
  private record MortalTransport(Transport real, FaultPoint point) implements Transport {

    @Override
    public String describe() {
      return real.describe();
    }

    @Override
    public Connection connect() {
      die(point == FaultPoint.BEFORE_LEASE);
      Connection connection = real.connect();
      return new Connection() {
        @Override
        public DeliveryResult send(OutgoingMail mail) {
          DeliveryResult result = connection.send(mail);
          die(point == FaultPoint.AFTER_ANSWER);
          return result;
        }

        @Override
        public void close() {
          connection.close();
        }
      };
    }
  }

  /** In H2, a death within the statement that writes down a sent mail. */
  public static final class DeathBeforeCommit implements Trigger {
    @Override
    public void fire(Connection db, Object[] before, Object[] after) {
      die(Arrays.asList(after).contains("sent"));
    }
  }
}
