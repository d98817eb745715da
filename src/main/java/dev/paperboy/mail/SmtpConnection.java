package dev.paperboy.mail;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.PermanentFailure;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.StagedTransport.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the SMTP server, opened at the first mail, renewed after {@link
 * SmtpSettings#messagesPerConnection} and after whatever broke it.
 */
final class SmtpConnection implements Transport.Connection {

  private static final String NO_LOGIN =
      "The server offers no login, but a user is configured for it.";

  /** The server is about to hang up (RFC 5321 section 3.8). */
  private static final int CLOSING = 421;

  private final SmtpSettings settings;
  private final Session session;
  private final MimeWriter writer;
  private final PipeliningMemory pipelining;
  private @Nullable StagedTransport open;
  private int sent;

  SmtpConnection(
      SmtpSettings settings, Session session, MimeWriter writer, PipeliningMemory pipelining) {
    this.writer = writer;
    this.pipelining = pipelining;
    this.settings = settings;
    this.session = session;
  }

  @Override
  public DeliveryResult send(OutgoingMail mail) {
    try {
      FinishedMessage message = new FinishedMessage(session, writer.bytes(mail), mail.envelope());
      return send(message);
    } catch (IllegalArgumentException | AddressException unfit) {
      return new PermanentFailure(Reply.shown(unfit.getMessage()), false);
    }
  }

  /** Connects and logs in, and sends nothing. */
  DeliveryResult probe() {
    StagedTransport transport = transport(pipelining.isAllowed());
    try {
      connect(transport);
      open = transport;
      return new Accepted(words(transport.reply(), null));
    } catch (MessagingException | IllegalStateException failure) {
      return new SenderFault(words(Reply.NONE, failure));
    } finally {
      close();
    }
  }

  private DeliveryResult send(FinishedMessage message) {
    if (sent >= settings.messagesPerConnection()) {
      close();
    }
    boolean reused = open != null;
    DeliveryResult result = attempt(message, pipelining.isAllowed());
    StagedTransport transport = open;
    if (reused && transport != null && wasStale(transport)) {
      // A server may hang up on an idle connection at any time; nothing has been handed over.
      close();
      result = attempt(message, pipelining.isAllowed());
      transport = open;
    }
    if (transport != null && transport.lostWhatWasSentAhead()) {
      result = withoutPipelining(message);
      transport = open;
    }
    if (transport != null && !(result instanceof Accepted) && isSpent(transport)) {
      close();
    }
    return result;
  }

  /** Nothing has been handed over, so that it can be tried at once. */
  private DeliveryResult withoutPipelining(FinishedMessage message) {
    close();
    DeliveryResult result = attempt(message, false);
    StagedTransport transport = open;
    if (transport != null && transport.wasRecipientAnswered()) {
      pipelining.forbid();
    }
    return result;
  }

  private StagedTransport transport(boolean pipelined) {
    StagedTransport transport = new StagedTransport(session, isTls(), pipelined);
    transport.setLocalHost(settings.dialogue().helloName());
    return transport;
  }

  private DeliveryResult attempt(FinishedMessage message, boolean pipelined) {
    StagedTransport transport = open;
    try {
      if (transport == null) {
        transport = transport(pipelined);
        connect(transport);
        open = transport;
        sent = 0;
      }
      sent++;
      transport.begin(message.recipient());
      transport.sendMessage(message, message.recipients());
      return new Accepted(words(transport.reply(), null));
    } catch (MessagingException | IllegalStateException failure) {
      if (transport == null) {
        return new SenderFault(words(Reply.NONE, failure));
      }
      return Verdict.of(transport.stage(), transport.reply(), words(transport.reply(), failure));
    }
  }

  private void connect(StagedTransport transport) throws MessagingException {
    SmtpSettings.Server server = settings.server();
    boolean login = !settings.user().isEmpty();
    transport.connect(
        server.host(),
        server.port(),
        login ? settings.user() : null,
        login ? settings.password() : null);
    if (login && !transport.supportsExtension("AUTH")) {
      transport.close();
      throw new MessagingException(NO_LOGIN);
    }
  }

  private boolean isTls() {
    return settings.server().security() == SmtpSettings.Security.TLS;
  }

  private static boolean isSpent(StagedTransport transport) {
    return transport.reply().code() == CLOSING || !transport.isConnected();
  }

  private static boolean wasStale(StagedTransport transport) {
    return transport.stage() == Stage.MAIL
        && (!transport.reply().came() || transport.reply().code() == CLOSING);
  }

  /** The reply where one came that says no, or yes; else what broke. */
  private String words(Reply reply, @Nullable Exception failure) {
    boolean connecting = open == null;
    if (failure == null || (reply.came() && !connecting)) {
      return shown(reply.text());
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String what = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    String where = connecting ? "No connection to " : "Connection lost to ";
    SmtpSettings.Server server = settings.server();
    return shown(where + server.host() + ":" + server.port() + ": " + what);
  }

  /** For people, and without the password: a server may repeat what it was sent. */
  private String shown(String words) {
    String password = settings.password();
    if (password.isEmpty()) {
      return Reply.shown(words);
    }
    return Reply.shown(
        words
            .replace(base64("\0" + settings.user() + "\0" + password), "***")
            .replace(base64(password), "***")
            .replace(password, "***"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    StagedTransport transport = open;
    open = null;
    sent = 0;
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException alreadyGone) {
        // Nothing is left to close, and no mail depends on it.
      }
    }
  }
}
