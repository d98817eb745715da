package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.Registrar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one test writes into a shared database the next one does not find. */
class TestDatabaseTest {

  private static final TestClock CLOCK = new TestClock("2025-12-05T08:00:00Z");

  @ParameterizedTest
  @EnumSource
  void an_emptied_database_is_like_a_new_one(TestDatabase database) {
    try (Store untouched = database.open()) {
      fill(database.emptied());
      Store emptied = database.emptied();

      assertThat(content(emptied)).isEqualTo(content(untouched));
      assertThat(columns(emptied)).isEqualTo(columns(untouched));
      assertThat(subscribe(emptied)).isEqualTo(subscribe(untouched));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_new_database_has_its_schema_up_to_date(TestDatabase database) {
    assertThat(Store.look(database.fresh())).isEqualTo(StoreState.CURRENT);
  }

  @Test
  void a_file_put_into_a_folder_has_its_schema_up_to_date(@TempDir Path folder) {
    TestDatabase.embedIn(folder);

    assertThat(Store.look(new StoreSettings(StoreSettings.embeddedIn(folder), "sa", "", 2)))
        .isEqualTo(StoreState.CURRENT);
  }

  private static long subscribe(Store store) {
    InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
    Change change =
        new Registrar(store, parser, CLOCK, () -> 0)
            .add(new EmailAddress("ada", "example.org"), "interests: [robot]");
    return ((Change.Done) change).subscriber().id();
  }

  private static void fill(Store store) {
    subscribe(store);
    store.jdbi().useHandle(db -> db.execute("update vocabulary set papers = 7"));
  }

  /** Each row of each table as text. */
  private static Map<String, List<String>> content(Store store) {
    Map<String, List<String>> content = new TreeMap<>();
    store
        .jdbi()
        .useHandle(
            db ->
                TestDatabase.tables(db)
                    .forEach(
                        table ->
                            content.put(
                                table,
                                db.createQuery("select * from " + table)
                                    .mapToMap()
                                    .map(Object::toString)
                                    .list())));
    return content;
  }

  private static List<String> columns(Store store) {
    return store
        .jdbi()
        .withHandle(
            db ->
                db.createQuery(
                        """
                        select table_name || '.' || column_name || ' ' || data_type
                        from information_schema.columns
                        where lower(table_schema) = 'public' order by 1
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
