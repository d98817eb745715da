package dev.paperboy.mail;

import dev.paperboy.mail.OutgoingMail.Header;
import java.util.List;

/**
 * The headers of a mail that answers one mail of a person: no machine answers it in turn (RFC 3834
 * section 5), and it belongs to no list.
 */
public final class AnswerHeaders {

  private AnswerHeaders() {}

  /** The headers in the order in which they are sent. */
  public static List<Header> all() {
    return List.of(new Header("Auto-Submitted", "auto-replied"), ListHeaders.NO_MACHINE_ANSWERS);
  }
}
