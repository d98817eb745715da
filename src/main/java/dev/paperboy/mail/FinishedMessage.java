package dev.paperboy.mail;

import dev.paperboy.mail.OutgoingMail.Envelope;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that is written as it is, with an envelope of its own. */
final class FinishedMessage extends SMTPMessage {

  /** The null reverse-path (RFC 5321 section 4.5.5). */
  private static final String NOBODY = "<>";

  private final byte[] bytes;
  private final InternetAddress recipient;

  FinishedMessage(Session session, byte[] bytes, Envelope envelope) throws AddressException {
    super(session);
    this.bytes = bytes;
    this.recipient = new InternetAddress(HeaderGuard.address(envelope.recipient()));
    EmailAddress sender = envelope.sender();
    setEnvelopeFrom(sender == null ? NOBODY : HeaderGuard.address(sender));
  }

  String recipient() {
    return recipient.getAddress();
  }

  Address[] recipients() {
    return new Address[] {recipient};
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(bytes);
  }
}
