package dev.paperboy.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a database in this process that change it one after the other; they read as
 * before.
 *
 * <p>H2 needs that to survive {@code kill -9}. At a commit it writes the state of each table, index
 * and undo log one by one, and nothing keeps another transaction from changing what is not written
 * yet. If the process then dies, a change can be on the disk whose undo log is not, and is never
 * taken back: a row says one thing and an index another (H2 issue 2080). As long as nobody else is
 * changing anything, what a commit writes is of one moment.
 */
final class OneWriter {

  private OneWriter() {}

  static DataSource of(DataSource database) {
    Writer writer = new Writer();
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(database, method, arguments);
          return result instanceof Connection connection
              ? proxy(Connection.class, new OfConnection(connection, writer))
              : result;
        });
  }

  /** Follows one connection through its transactions. For one thread at a time, as that is. */
  private static final class OfConnection implements InvocationHandler {

    private final Connection connection;
    private final Writer writer;
    private boolean autoCommit = true;
    private boolean writing;

    OfConnection(Connection connection, Writer writer) {
      this.connection = connection;
      this.writer = writer;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws Throwable {
      boolean ends =
          switch (method.getName()) {
            case "commit", "setAutoCommit", "close", "abort" -> true;
            case "rollback" -> arguments == null; // Else only to a savepoint.
            default -> false;
          };
      if (ends) {
        return last(method, arguments);
      }
      Object result = OneWriter.invoke(connection, method, arguments);
      if (result instanceof PreparedStatement prepared && arguments != null) {
        String sql = (String) arguments[0];
        return reads(sql) ? prepared : statement(PreparedStatement.class, prepared, sql);
      }
      return result instanceof Statement plain ? statement(Statement.class, plain, null) : result;
    }

    /** Whatever comes of it, the transaction is over. */
    private @Nullable Object last(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return OneWriter.invoke(connection, method, arguments);
      } finally {
        if (method.getName().equals("setAutoCommit") && arguments != null) {
          autoCommit = (Boolean) arguments[0];
        }
        end();
      }
    }

    private <T> T statement(Class<T> type, T statement, @Nullable String prepared) {
      return proxy(
          type,
          (self, method, arguments) ->
              method.getName().startsWith("execute") && !reads(sql(prepared, arguments))
                  ? write(statement, method, arguments)
                  : OneWriter.invoke(statement, method, arguments));
    }

    private @Nullable Object write(Object statement, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (!writing) {
        writer.acquire();
        writing = true;
      }
      try {
        return OneWriter.invoke(statement, method, arguments);
      } finally {
        if (autoCommit) {
          end();
        }
      }
    }

    private void end() {
      if (writing) {
        writing = false;
        writer.release();
      }
    }
  }

  /** A batch of different statements names none here, and counts as one that writes. */
  private static String sql(@Nullable String prepared, Object @Nullable [] arguments) {
    if (prepared != null) {
      return prepared;
    }
    return arguments != null && arguments[0] instanceof String sql ? sql : "";
  }

  private static boolean reads(String sql) {
    String words = sql.strip().toLowerCase(Locale.ROOT);
    return words.startsWith("select") && !words.contains("for update");
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(OneWriter.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
