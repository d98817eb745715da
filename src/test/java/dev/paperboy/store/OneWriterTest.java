package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two threads, one H2 file. */
class OneWriterTest {

  @TempDir Path folder;

  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(new StoreSettings(StoreSettings.embeddedIn(folder), "sa", "", 4));
    store
        .jdbi()
        .useHandle(
            db -> {
              db.execute("create table line (number int primary key)");
              db.execute("insert into line values (0)");
            });
  }

  @AfterEach
  void close() {
    other.shutdownNow();
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into line values (2)",
        "update line set number = 3 where number = 0",
        "delete from line where number = 9",
        "select number from line where number = 0 for update"
      })
  void a_change_waits_until_another_transaction_is_over(String change) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Future<?> first = inTransaction(db -> db.execute("insert into line values (1)"), over);

    ExecutorService second = Executors.newSingleThreadExecutor();
    Future<?> waiting = second.submit(() -> store.jdbi().useHandle(db -> db.execute(change)));
    assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    over.countDown();
    first.get(10, TimeUnit.SECONDS);
    waiting.get(10, TimeUnit.SECONDS);
    second.shutdown();
  }

  @Test
  void who_only_reads_waits_for_nobody() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Future<?> first = inTransaction(db -> db.execute("insert into line values (1)"), over);

    assertThat(numbers()).containsExactly(0);

    over.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertThat(numbers()).containsExactly(0, 1);
  }

  @Test
  void a_transaction_that_has_only_read_keeps_nobody_waiting() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Future<?> first =
        inTransaction(db -> db.createQuery("select number from line").mapTo(int.class).one(), over);

    store.jdbi().useHandle(db -> db.execute("insert into line values (2)"));

    over.countDown();
    first.get(10, TimeUnit.SECONDS);
  }

  @Test
  void after_a_failure_or_a_rollback_others_can_write() throws Exception {
    assertThatThrownBy(
            () ->
                store
                    .jdbi()
                    .useTransaction(
                        db -> {
                          db.execute("insert into line values (1)");
                          db.execute("insert into line values (0)");
                        }))
        .isInstanceOf(JdbiException.class);
    assertThatThrownBy(
            () -> store.jdbi().useHandle(db -> db.execute("insert into line values (0)")))
        .isInstanceOf(JdbiException.class);
    other
        .submit(() -> store.jdbi().useHandle(db -> db.execute("insert into line values (2)")))
        .get(10, TimeUnit.SECONDS);

    assertThat(numbers()).containsExactly(0, 2);
  }

  @Test
  void within_a_transaction_the_same_thread_may_write_on_another_connection() {
    try (Handle outer = store.jdbi().open();
        Handle inner = store.jdbi().open()) {
      outer.begin();
      outer.execute("insert into line values (1)");
      inner.execute("insert into line values (2)");
      outer.commit();
    }
    assertThat(numbers()).containsExactly(0, 1, 2);
  }

  /** Returns when the transaction has done its work; it lasts until it is told. */
  private Future<?> inTransaction(Consumer<Handle> work, CountDownLatch over) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Future<?> running =
        other.submit(
            () ->
                store
                    .jdbi()
                    .useTransaction(
                        db -> {
                          work.accept(db);
                          done.countDown();
                          await(over);
                        }));
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    return running;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Integer> numbers() {
    return store
        .jdbi()
        .withHandle(
            db ->
                db.createQuery("select number from line order by number")
                    .mapTo(Integer.class)
                    .list());
  }
}
