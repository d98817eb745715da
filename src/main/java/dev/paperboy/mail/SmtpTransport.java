package dev.paperboy.mail;

import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends to an SMTP server (RFC 5321), one recipient a message. TLS is never optional: where it is
 * asked for, the server offers it and proves its name, or gets nothing. May be shared by threads.
 */
public final class SmtpTransport implements Transport {

  private final SmtpSettings settings;
  private final MimeWriter writer;
  private final Session session;
  private final PipeliningMemory pipelining;

  public SmtpTransport(SmtpSettings settings, MimeWriter writer) {
    this(settings, writer, null);
  }

  /**
   * @param trust makes TLS sockets; null: those of Java, which trust the certificates Java trusts
   */
  SmtpTransport(SmtpSettings settings, MimeWriter writer, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    this.writer = writer;
    Properties properties = properties(settings);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    this.session = Session.getInstance(properties);
    this.pipelining = new PipeliningMemory(settings.dialogue().pipelining());
  }

  @Override
  public String describe() {
    SmtpSettings.Server server = settings.server();
    String security = server.security() == Security.NONE ? "no TLS" : server.security().name();
    return "SMTP " + server.host() + ":" + server.port() + " (" + security + ")";
  }

  /** Connects at the first mail. */
  @Override
  public Connection connect() {
    return new SmtpConnection(settings, session, writer, pipelining);
  }

  /**
   * Connects, logs in and hangs up: accepted where mail could be sent, else a {@link
   * DeliveryResult.SenderFault} that says what is wrong.
   */
  public DeliveryResult probe() {
    return new SmtpConnection(settings, session, writer, pipelining).probe();
  }

  private static Properties properties(SmtpSettings settings) {
    Security security = settings.server().security();
    Timeouts timeouts = settings.timeouts();
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", new PromptSockets(timeouts));
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
    properties.put("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.put("mail.smtp.connectiontimeout", millis(timeouts.connect()));
    properties.put("mail.smtp.timeout", millis(timeouts.read()));
    // Nobody waits for the answer to QUIT; the mails before it are settled.
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String millis(Duration time) {
    return String.valueOf(Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis())));
  }
}
