package dev.paperboy.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that every contract test runs on; each store is new and empty. */
public enum TestDatabase {
  H2 {
    @Override
    StoreSettings create(String name) {
      return new StoreSettings("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "", 4);
    }
  },
  POSTGRES {
    @Override
    StoreSettings create(String name) throws SQLException {
      try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return new StoreSettings(
          Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres", 4);
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  abstract StoreSettings create(String name) throws SQLException;

  /** A new, empty database. */
  public Store open() {
    return Store.open(fresh());
  }

  /** Where a new, empty database is. */
  public StoreSettings fresh() {
    try {
      return create("test" + COUNT.incrementAndGet() + "_" + ProcessHandle.current().pid());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Started at first use, for all tests of this JVM, and stopped when it ends. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }
  }
}
