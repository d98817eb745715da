package dev.paperboy.inbound;

import java.util.List;

/** Where mail waits until it is read. Threads may share it; what it opens belongs to one. */
public interface Mailbox {

  /** Where mails go that are done with. */
  String HANDLED = "Paperboy handled";

  /** Where mails go that a person should look at. */
  String SET_ASIDE = "Paperboy set aside";

  /** What it is, for an operator; without secrets. */
  String describe();

  /**
   * Makes it ready to be read.
   *
   * @throws MailboxUnavailable if it cannot be
   */
  Open open();

  /** A mailbox that is being read, by one thread. */
  interface Open extends AutoCloseable {

    /**
     * The unread mails, oldest first; of very many only the first.
     *
     * @throws MailboxUnavailable if they cannot be listed
     */
    List<WaitingMail> waiting();

    /** How many it lists at once. */
    int page();

    /** Whether it can still be read after one of its mails could not be. */
    boolean isUsable();

    @Override
    void close();
  }
}
