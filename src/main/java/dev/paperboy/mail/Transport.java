package dev.paperboy.mail;

/** How mails leave: the local mailbox or SMTP. May be shared by threads; a connection may not. */
public interface Transport {

  /** In words for the operator, such as {@code "SMTP smtp.example.org:587 (STARTTLS)"}. */
  String describe();

  /**
   * Opens a connection that can send many mails, one after the other. May be lazy: what fails in
   * connecting can show itself at the first {@link Connection#send}.
   */
  Connection connect();

  /** One connection. Closing it never throws. */
  interface Connection extends AutoCloseable {

    /** Sends the mail now. Never throws for a reply or a broken connection: the result tells. */
    DeliveryResult send(OutgoingMail mail);

    @Override
    void close();
  }
}
