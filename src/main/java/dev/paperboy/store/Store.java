package dev.paperboy.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileUtils;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The database, migrated to the newest schema. Threads share it; closing it closes all connections.
 *
 * <p>What is committed survives the death of the process, and what is not leaves nothing behind.
 * With H2's own defaults neither holds: it keeps commits in memory for half a second, and see
 * {@link OneWriter}.
 */
public final class Store implements AutoCloseable {

  private static final int H2_FILE_LOCKED = 90020;
  private static final int H2_NO_SUCH_FILE = 90146;

  private static final String NEWER =
      "The database was last used by a newer version of Paperboy. Start that version, or restore a"
          + " backup that was made before the upgrade.";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean embedded;

  private Store(HikariDataSource pool, boolean embedded) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // Else a failing statement shows its parameters, readers' words and addresses, in the log.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    this.embedded = embedded;
  }

  /**
   * Opens the database and brings its schema up to date.
   *
   * @throws StoreUnavailable if it cannot be reached, is in use by another process (H2), or holds a
   *     schema this version does not know
   */
  public static Store open(StoreSettings settings) {
    HikariDataSource pool = connect(settings, durable(settings.url()));
    Flyway migrations = migrations(pool);
    try {
      migrations.migrate();
      return new Store(pool, settings.url().startsWith("jdbc:h2:"));
    } catch (FlywayException e) {
      String why =
          isNewer(migrations.info())
              ? NEWER
              : "The database schema cannot be brought up to date: " + firstLine(root(e));
      pool.close();
      throw new StoreUnavailable(why, e);
    }
  }

  /**
   * Looks whether {@link #open} would work, and changes nothing: no database is made, no schema
   * brought up to date, and one that another process has open is left to it.
   *
   * @throws StoreUnavailable if it cannot be reached, or holds a schema this version does not know
   */
  public static StoreState look(StoreSettings settings) {
    if (isAbsentFile(settings.url())) {
      return StoreState.NEW; // The pool would try for a second.
    }
    boolean file = settings.url().startsWith("jdbc:h2:file:");
    String url = durable(settings.url()) + (file ? ";IFEXISTS=TRUE" : "");
    try (HikariDataSource pool = connect(settings, url)) {
      MigrationInfoService info = migrations(pool).info();
      if (isNewer(info)) {
        throw new StoreUnavailable(NEWER);
      }
      boolean unborn = info.current() == null;
      return unborn
          ? StoreState.NEW
          : info.pending().length > 0 ? StoreState.OUTDATED : StoreState.CURRENT;
    } catch (StoreUnavailable e) {
      if (hasCode(e, H2_FILE_LOCKED)) {
        return StoreState.IN_USE;
      }
      if (hasCode(e, H2_NO_SUCH_FILE)) {
        return StoreState.NEW;
      }
      throw e;
    }
  }

  /** SQL goes through here. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether this process is the only one that can have the database open. */
  public boolean embedded() {
    return embedded;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Flyway migrations(HikariDataSource pool) {
    return Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        // By itself Flyway accepts the schema of a newer version.
        .ignoreMigrationPatterns(new String[0])
        .load();
  }

  private static boolean isNewer(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
  }

  private static HikariDataSource connect(StoreSettings settings, String url) {
    HikariConfig config = new HikariConfig();
    if (url.startsWith("jdbc:h2:file:")) {
      config.setDataSource(OneWriter.of(h2(url, settings)));
    } else {
      config.setJdbcUrl(url);
      config.setUsername(settings.user());
      config.setPassword(settings.password());
    }
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setPoolName("store");
    config.setExceptionOverride(new ReopenedDatabase());
    config.setConnectionTimeout(settings.connectionTimeout().toMillis());
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StoreUnavailable(explain(settings, e), e);
    }
  }

  private static boolean isAbsentFile(String url) {
    String prefix = "jdbc:h2:file:";
    return url.startsWith(prefix)
        && !FileUtils.exists(url.substring(prefix.length()).replaceFirst(";.*", "") + ".mv.db");
  }

  private static JdbcDataSource h2(String url, StoreSettings settings) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(url);
    database.setUser(settings.user());
    database.setPassword(settings.password());
    return database;
  }

  /**
   * Whatever the operator wrote: a commit is on its way to the disk before it is reported, and H2
   * does not close itself under the mail in hand when the process is asked to stop, and it writes
   * no trace file.
   */
  private static String durable(String url) {
    StringBuilder durable = new StringBuilder(url);
    if (url.startsWith("jdbc:h2:file:")) {
      for (String setting :
          List.of("WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0")) {
        if (!url.toUpperCase(Locale.ROOT).contains(setting)) {
          durable.append(';').append(setting);
        }
      }
      if (!url.toUpperCase(Locale.ROOT).contains("QUERY_CACHE_SIZE=")) {
        durable.append(";QUERY_CACHE_SIZE=64"); // By itself it keeps eight.
      }
    }
    return durable.toString();
  }

  private static String explain(StoreSettings settings, Throwable failure) {
    if (hasCode(failure, H2_FILE_LOCKED)) {
      return "The database is in use by another Paperboy ("
          + settings.url().replaceAll(";.*", "")
          + "). Stop that one first, or set database.url to a PostgreSQL that several can share.";
    }
    return "The database cannot be opened ("
        + settings.url().replaceAll("[?;].*", "")
        + "): "
        + firstLine(root(failure))
        + (settings.url().startsWith("jdbc:h2:file:")
            ? ". Check that the data folder can be written and the file is not damaged."
            : ". Check database.url, user and password in config.yml.");
  }

  private static boolean hasCode(Throwable failure, int code) {
    return causes(failure)
        .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == code);
  }

  /**
   * What to tell an operator about a failure, if it is one of the database: no bug, but a full disk
   * or a server that is gone.
   */
  public static Optional<String> explain(RuntimeException failure) {
    boolean ours = failure instanceof JdbiException;
    return ours
        ? Optional.of(
            "The database cannot be used: "
                + firstLine(root(failure))
                + ". Nothing is lost; make room on the disk or bring the server back.")
        : Optional.empty();
  }

  private static Throwable root(Throwable failure) {
    return causes(failure).reduce(failure, (first, next) -> next);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    // A cause can come back to where it began; so deep is none that means anything.
    return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(50);
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return message.strip().lines().findFirst().orElse("").replaceFirst("[.;]\\s*$", "");
  }
}
