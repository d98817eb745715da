package dev.paperboy.outbox;

/** A moment in the life of a delivery at which a process may die. */
enum FaultPoint {
  BEFORE_LEASE,
  /** The lease is committed; nothing has been said to the mail server. */
  AFTER_LEASE,
  /** The mail server has the whole mail and has not answered yet. */
  AFTER_FINAL_DOT,
  /** The 250 has been read; nothing is written down. */
  AFTER_ANSWER,
  /** The row says that it was sent, but the transaction is not committed. */
  BEFORE_COMMIT,
  AFTER_COMMIT
}
