package dev.paperboy.mail;

/** Whose fault it is that a mail was refused. */
public enum Fault {
  /** The recipient's mailbox: it does not exist, is closed, or is full. */
  RECIPIENT,
  /** The recipient's domain: it cannot be reached, cannot tell, or wants less mail for now. */
  RECIPIENT_DOMAIN,
  /** Our host: its name, its address in DNS, its reputation, or a rule of the receiver's. */
  OUR_HOST,
  /** Our account at the mail server: its login, what it may send, and where to. */
  OUR_ACCOUNT,
  /** The address or the domain that we send from. */
  OUR_SENDER,
  /** The message: its content, form or size. */
  OUR_CONTENT,
  /** The reply does not say. */
  UNCLEAR;

  /** Whether the operator has to mend something before mails can be sent. */
  public boolean isOurs() {
    return this == OUR_HOST || this == OUR_ACCOUNT || this == OUR_SENDER;
  }
}
