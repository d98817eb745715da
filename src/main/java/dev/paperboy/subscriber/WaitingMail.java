package dev.paperboy.subscriber;

import org.jdbi.v3.core.Handle;

/** The digests that were planned for a reader and are not sent yet. Threads may share it. */
public interface WaitingMail {

  /** For those who plan no digests. */
  WaitingMail NONE = (db, reader) -> {};

  /**
   * Takes back what waits for this reader, in the transaction in which they leave or pause. Their
   * next digest, if there is one, brings its papers.
   *
   * @param reader as they are now, in this transaction
   */
  void withdraw(Handle db, Subscriber reader);
}
