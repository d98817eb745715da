package dev.paperboy.mail;

import dev.paperboy.mail.SmtpSettings.Pipelining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether commands may be sent ahead to a server that offers it. Some servers, or firewalls in
 * front of them, drop what was sent before its turn; what is learned of that lasts as long as the
 * process. Connections share it.
 */
final class PipeliningMemory {

  private static final Logger LOG = LoggerFactory.getLogger(PipeliningMemory.class);

  private volatile boolean allowed;

  PipeliningMemory(Pipelining pipelining) {
    this.allowed = pipelining == Pipelining.AUTO;
  }

  boolean isAllowed() {
    return allowed;
  }

  /** A dialogue that ended without an answer has been repeated without it, and got its answers. */
  void forbid() {
    if (allowed) {
      LOG.warn("The mail server offers PIPELINING and drops what is sent ahead; it gets no more");
    }
    allowed = false;
  }
}
