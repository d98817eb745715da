package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.store.GroupCommit.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads write through one transaction. */
@ParameterizedClass
@EnumSource
class GroupCommitTest {

  private static final int THREADS = 8;

  private final TestDatabase database;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Set<Handle> transactions = ConcurrentHashMap.newKeySet();
  private Store store;
  private GroupCommit<Consumer<Handle>> group;

  GroupCommitTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open();
    store.jdbi().useHandle(db -> db.execute("create table line (number int primary key)"));
    group = group(1);
  }

  private GroupCommit<Consumer<Handle>> group(int company) {
    return new GroupCommit<>(store, company, (db, all) -> all.forEach(each -> each.accept(db)));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    store.close();
  }

  @Test
  void what_came_while_another_was_committed_shares_a_transaction_and_all_is_there()
      throws Exception {
    writeBehindAClosedDoor(1, 2, 3, 4, 5, 6, 7);

    assertThat(numbers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(transactions).hasSizeLessThan(THREADS);
  }

  @Test
  void who_writes_what_cannot_be_written_fails_alone() {
    assertThatThrownBy(() -> writeBehindAClosedDoor(1, 2, 2, 3))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(JdbiException.class);

    assertThat(numbers()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_group_that_is_large_enough_is_one_transaction() throws Exception {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    GroupCommit<Consumer<Handle>> patient = group(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      running.add(
          threads.submit(
              () -> {
                Commit commit = patient.begin(db -> insert(db, number));
                together.await();
                commit.await();
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }

    assertThat(numbers()).hasSize(THREADS);
    assertThat(transactions).hasSize(1);
  }

  @Test
  void who_is_alone_waits_only_a_moment_and_what_nobody_awaits_yet_is_committed_as_well() {
    GroupCommit<Consumer<Handle>> patient = group(THREADS);
    Commit first = patient.begin(db -> insert(db, 1));
    patient.write(db -> insert(db, 2));

    assertThat(numbers()).containsExactly(1, 2);
    first.await();
    assertThat(transactions).hasSize(1);
  }

  @Test
  void who_waits_is_served_while_one_before_it_is_not_awaited() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    Future<?> slow = writeUntil(open);
    Commit busy = group.begin(db -> insert(db, 1));
    Future<?> waiting = threads.submit(() -> group.write(db -> insert(db, 2)));
    open.countDown();

    slow.get(1, TimeUnit.MINUTES);
    waiting.get(1, TimeUnit.MINUTES);
    busy.await();
    assertThat(numbers()).containsExactly(0, 1, 2);
  }

  @Test
  void an_interrupt_is_kept_for_later_and_harms_nothing() {
    Thread.currentThread().interrupt();
    group.write(db -> insert(db, 1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(numbers()).containsExactly(1);
  }

  /** The first transaction ends when the others wait. */
  private void writeBehindAClosedDoor(int... numbers) throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    List<Future<?>> running = new ArrayList<>();
    running.add(writeUntil(open));
    CountDownLatch coming = new CountDownLatch(numbers.length);
    for (int number : numbers) {
      running.add(
          threads.submit(
              () -> {
                coming.countDown();
                group.write(db -> insert(db, number));
              }));
    }
    await(coming);
    open.countDown();
    ExecutionException failure = null;
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A transaction that has begun and ends when that opens. */
  private Future<?> writeUntil(CountDownLatch open) {
    CountDownLatch inside = new CountDownLatch(1);
    Future<?> writing =
        threads.submit(
            () ->
                group.write(
                    db -> {
                      insert(db, 0);
                      inside.countDown();
                      await(open);
                    }));
    await(inside);
    return writing;
  }

  private void insert(Handle db, int number) {
    transactions.add(db);
    db.execute("insert into line values (?)", number);
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
