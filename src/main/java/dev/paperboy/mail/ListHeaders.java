package dev.paperboy.mail;

import dev.paperboy.mail.OutgoingMail.Header;
import java.net.URI;
import java.util.List;

/**
 * The headers that tell list mail from other mail, and how to leave the list (RFC 2369, RFC 2919,
 * RFC 8058, RFC 3834).
 *
 * @param domain of the sender
 * @param owner who reads mail about the list
 */
public record ListHeaders(String domain, EmailAddress owner) {

  /** Answers of machines that nobody wants; bounces (DR, NDR) are wanted and not among them. */
  static final Header NO_MACHINE_ANSWERS =
      new Header("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN");

  /**
   * The headers in the order in which they are sent.
   *
   * @param page unsubscribes on a POST (RFC 8058); both are this reader's own
   */
  public List<Header> unsubscribingBy(URI page, URI mail) {
    return List.of(
        new Header("List-Id", "<digest." + domain + ">"),
        new Header("List-Unsubscribe", "<" + page + ">, <" + mail + ">"),
        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        new Header("List-Help", "<" + Inbox.mailto(owner, "help") + ">"),
        new Header("List-Owner", "<mailto:" + owner + ">"),
        new Header("List-Post", "NO"),
        new Header("Auto-Submitted", "auto-generated"),
        new Header("Precedence", "bulk"),
        NO_MACHINE_ANSWERS,
        new Header("Feedback-ID", "digest:paperboy:" + domain));
  }
}
