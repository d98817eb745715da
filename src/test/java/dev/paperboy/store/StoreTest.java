package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void the_same_migrations_make_the_schema_on_both_databases(TestDatabase database) {
    try (Store store = Store.open(database.unmigrated())) {
      int tables =
          store
              .jdbi()
              .withHandle(
                  db ->
                      db.createQuery(
                              """
                              select count(*) from information_schema.tables
                              where lower(table_name) in ('dump', 'edition', 'paper', 'listing',
                                'subscriber', 'token', 'run', 'digest', 'delivery')
                              """)
                          .mapTo(Integer.class)
                          .one());
      assertThat(tables).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_look_tells_the_state_of_the_schema_and_changes_nothing(TestDatabase database) {
    StoreSettings settings = database.unmigrated();
    assertThat(Store.look(settings)).isEqualTo(StoreState.NEW);
    assertThat(Store.look(settings)).as("after a look").isEqualTo(StoreState.NEW);
    try (Store store = Store.open(settings)) {
      assertThat(Store.look(settings)).isEqualTo(StoreState.CURRENT);
      forgetTheLastMigration(store);
      assertThat(Store.look(settings)).isEqualTo(StoreState.OUTDATED);
      assertThat(Store.look(settings)).as("after a look").isEqualTo(StoreState.OUTDATED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_older_version_refuses_the_database_of_a_newer_one(TestDatabase database) {
    StoreSettings settings = database.fresh();
    try (Store store = Store.open(settings)) {
      addTheMigrationOfANewerVersion(store);
      assertThatThrownBy(() -> Store.open(settings))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("a newer version of Paperboy");
      assertThatThrownBy(() -> Store.look(settings))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("a newer version of Paperboy");
    }
  }

  private static void addTheMigrationOfANewerVersion(Store store) {
    store
        .jdbi()
        .useHandle(
            db ->
                db.execute(
                    """
                    insert into "flyway_schema_history" ("installed_rank", "version", "description",
                      "type", "script", "installed_by", "execution_time", "success")
                    values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 'x', 1, true)
                    """));
  }

  private static void forgetTheLastMigration(Store store) {
    store
        .jdbi()
        .useHandle(
            db ->
                db.execute(
                    """
                    delete from "flyway_schema_history"
                    where "installed_rank" =
                      (select max("installed_rank") from "flyway_schema_history")
                    """));
  }

  @Test
  void a_look_makes_no_database() {
    assertThat(Store.look(file())).isEqualTo(StoreState.NEW);
    assertThat(folder).isEmptyDirectory();
    StoreSettings nowhere = new StoreSettings("jdbc:postgresql://localhost:1/none", "x", "", 2);
    assertThatThrownBy(() -> Store.look(nowhere)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void opening_a_store_again_finds_what_was_committed() {
    StoreSettings settings = file();
    try (Store store = Store.open(settings)) {
      store.jdbi().useHandle(db -> db.execute("create table note (words varchar)"));
      store.jdbi().useHandle(db -> db.execute("insert into note values ('kept')"));
    }
    try (Store store = Store.open(settings)) {
      String words =
          store
              .jdbi()
              .withHandle(db -> db.createQuery("select words from note").mapTo(String.class).one());
      assertThat(words).isEqualTo("kept");
    }
  }

  @Test
  void an_unreachable_database_is_explained_in_a_sentence() {
    StoreSettings nowhere =
        new StoreSettings("jdbc:postgresql://localhost:1/none?password=hush", "x", "hush", 1);
    assertThatThrownBy(() -> Store.open(nowhere))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("database.url")
        .hasMessageNotContaining("hush");
  }

  @Test
  void settings_never_show_the_password() {
    assertThat(new StoreSettings("jdbc:h2:mem:x", "sa", "hush", 1).toString())
        .doesNotContain("hush");
  }

  private StoreSettings file() {
    return new StoreSettings("jdbc:h2:file:" + folder.resolve("db") + "", "sa", "", 2);
  }
}
