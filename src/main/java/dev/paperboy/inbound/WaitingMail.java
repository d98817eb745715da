package dev.paperboy.inbound;

import java.util.Optional;

/**
 * An unread mail in a {@link Mailbox}. Its methods throw {@link MailboxUnavailable} if the mailbox
 * is lost; a mail that somebody else has taken away meanwhile is no failure.
 */
interface WaitingMail {

  /** What tells it from all others, also after a restart: 64 hexadecimal digits. */
  String key();

  /** How many octets it says it has. */
  long size();

  /**
   * What it is, or as much of it as asked for; it stays unread.
   *
   * @return empty if it is gone
   */
  Optional<byte[]> content(int most);

  /** Marks it as read and puts it away. Nothing happens if it is gone. */
  void handled();

  /** Puts it where a person looks; nothing of it is lost. Nothing happens if it is gone. */
  void setAside();
}
