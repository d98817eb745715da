package dev.paperboy.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * H2 closes the whole database when it cannot write, on a full disk for instance. Connections to it
 * are then of no use any more, though they do not say so; new ones open it again.
 */
final class ReopenedDatabase implements SQLExceptionOverride {

  /** Of H2: the object, the database, or the MVStore beneath is closed; an I/O error. */
  private static final String[] CLOSED = {"90007", "90098", "90121", "90028", "90031"};

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    for (String state : CLOSED) {
      if (state.equals(failure.getSQLState())) {
        return Override.MUST_EVICT;
      }
    }
    return Override.CONTINUE_EVICT;
  }
}
