package dev.paperboy.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/**
 * The two databases that every contract test runs on. Migrations run once for each JVM; every
 * database after the first is a copy of that one.
 */
public enum TestDatabase {
  H2 {
    @Override
    String create(String name) {
      return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    String copy(String name) throws SQLException {
      String url = create(name);
      execute(url, H2Template.SCRIPT);
      return url;
    }

    @Override
    void restart(Handle db) {
      db.execute("set referential_integrity false");
      tables(db).forEach(table -> db.execute("truncate table " + table + " restart identity"));
      db.execute("set referential_integrity true");
    }
  },
  POSTGRES {
    @Override
    String create(String name) throws SQLException {
      execute(Postgres.url("postgres"), "create database " + name);
      return Postgres.url(name);
    }

    @Override
    String copy(String name) throws SQLException {
      execute(
          Postgres.url("postgres"), "create database " + name + " template " + Postgres.MIGRATED);
      return Postgres.url(name);
    }

    /** Rows are deleted, because truncating costs PostgreSQL new files for every table. */
    @Override
    void restart(Handle db) {
      db.execute("set local session_replication_role = replica");
      tables(db).forEach(table -> db.execute("delete from " + table));
      db.createQuery("select relname from pg_class where relkind = 'S'")
          .mapTo(String.class)
          .forEach(sequence -> db.execute("alter sequence " + sequence + " restart"));
    }
  };

  /** Rows that migrations put into the new database. */
  private static final List<String> FIRST_ROWS =
      List.of(
          "insert into vocabulary (id, papers) values (1, 0)",
          "insert into mailbox_lease (id) values (1)",
          "insert into signup_limit (name, full_at)"
              + " values ('all', timestamp with time zone '2000-01-01 00:00:00+00:00')");

  private static final int CONNECTIONS = 4;
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Makes a database without any table; the answer is its URL. */
  abstract String create(String name) throws SQLException;

  /** Makes a copy of the migrated database; the answer is its URL. */
  abstract String copy(String name) throws SQLException;

  /** Deletes all rows and starts the numbers of all tables at 1 again. */
  abstract void restart(Handle db);

  /** A new database: migrated, empty, for this caller alone, who closes it. */
  public Store open() {
    return Store.open(fresh());
  }

  /** The settings of a new database: migrated, empty, for this caller alone. */
  public StoreSettings fresh() {
    try {
      return settings(copy(newName()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The settings of a new database that no migration has run on, for this caller alone. */
  public StoreSettings unmigrated() {
    try {
      return settings(create(newName()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newName() {
    return "test" + COUNT.incrementAndGet() + "_" + ProcessHandle.current().pid();
  }

  /**
   * The store that tests of this JVM use one after another, emptied. Nobody closes it, and a test
   * that runs beside others, changes the schema or breaks the database needs one of its own.
   */
  public Store emptied() {
    Store store = this == H2 ? SharedH2.STORE : SharedPostgres.STORE;
    empty(store);
    return store;
  }

  /** Makes the content of this store that of a new one. */
  public static void empty(Store store) {
    TestDatabase database = store.embedded() ? H2 : POSTGRES;
    store
        .jdbi()
        .useTransaction(
            db -> {
              database.restart(db);
              FIRST_ROWS.forEach(db::execute);
            });
  }

  /** Puts a migrated, empty H2 file into this folder, where no database is yet. */
  public static void embedIn(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("paperboy.mv.db"), H2Template.FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All tables of the program; the history of migrations stays as it is. */
  static Set<String> tables(Handle db) {
    return new TreeSet<>(
        db.createQuery(
                """
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_name <> 'flyway_schema_history'
                """)
            .mapTo(String.class)
            .list());
  }

  private static StoreSettings settings(String url) {
    return url.startsWith("jdbc:h2:")
        ? new StoreSettings(url, "sa", "", CONNECTIONS)
        : new StoreSettings(url, "postgres", "postgres", CONNECTIONS);
  }

  private static void execute(String url, String sql) throws SQLException {
    StoreSettings settings = settings(url);
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What {@link #emptied} hands out of H2, opened at first use. */
  private static final class SharedH2 {
    static final Store STORE = H2.open();
  }

  /** The same of PostgreSQL; apart, so that tests on H2 need not wait for that server. */
  private static final class SharedPostgres {
    static final Store STORE = POSTGRES.open();
  }

  /** A migrated database as SQL and as a file. */
  private static final class H2Template {

    static final String SCRIPT = script();
    static final byte[] FILE = file();

    private static String script() {
      try (Store store = Store.open(settings("jdbc:h2:mem:template"))) {
        return store
            .jdbi()
            .withHandle(
                db -> String.join("\n", db.createQuery("script").mapTo(String.class).list()));
      }
    }

    private static byte[] file() {
      try {
        Path folder = Files.createTempDirectory("paperboy-template");
        Path file = folder.resolve("paperboy.mv.db");
        Store.open(settings(StoreSettings.embeddedIn(folder))).close();
        byte[] octets = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return octets;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The server, started at first use for all tests of this JVM, and stopped when it ends. */
  private static final class Postgres {

    static final String MIGRATED = "migrated";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 1L << 30;
    private static final EmbeddedPostgres SERVER = start();

    static String url(String database) {
      return SERVER.getJdbcUrl("postgres", database);
    }

    /** In memory where there is room, because a new database is some thousand small files. */
    private static Path dataFolder() throws IOException {
      boolean room = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ROOM;
      return room
          ? Files.createTempDirectory(MEMORY, "paperboy-postgres")
          : Files.createTempDirectory("paperboy-postgres");
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(dataFolder()).start();
        String migrated = server.getJdbcUrl("postgres", MIGRATED);
        execute(server.getJdbcUrl("postgres", "postgres"), "create database " + MIGRATED);
        Store.open(settings(migrated)).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
