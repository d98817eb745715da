package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.store.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archive that was filled by the first version of the schema. */
class ArchiveFromBeforeTest {

  private static final TestClock CLOCK = new TestClock("2025-12-05T06:00:00Z");

  @ParameterizedTest
  @EnumSource
  void its_papers_are_learned_once_and_later_ones_with_them(TestDatabase database) {
    StoreSettings settings = database.unmigrated();
    fillFirstVersion(settings);
    try (Store store = Store.open(settings)) {
      PaperArchive archive = new PaperArchive(store, CLOCK);

      assertThat(archive.vocabulary().papers()).isEqualTo(1_234);
      assertThat(archive.vocabulary().papersWith("robot")).isEqualTo(1_234);

      archive.record(
          Listings.dump("new", "2025-12-05"),
          List.of(
              Listings.listing(null, "Other", "One more robot."),
              Listings.listing("2512.09999", "Silent", "It speaks of a robot.")),
          false);
      assertThat(archive.vocabulary().papersWith("robot")).isEqualTo(1_236);
      assertThat(archive.vocabulary().papers()).isEqualTo(1_236);
    }
  }

  /** 1,234 papers with an abstract and one, called Silent, without. */
  private static void fillFirstVersion(StoreSettings settings) {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    Jdbi.create(settings.url(), settings.user(), settings.password())
        .useHandle(
            db -> {
              db.execute(
                  """
                  insert into dump (content_hash, name, format, digest_date, date_found, listings,
                    received_at)
                  values ('h', 'old', 'test', date '2025-12-01', 'x', 1, current_timestamp)
                  """);
              db.execute(
                  """
                  insert into edition (number, dump_id, digest_date, archive_only, created_at)
                  select 1, id, digest_date, false, received_at from dump
                  """);
              for (int i = 0; i < 1_235; i++) {
                insertPaper(db, i);
              }
            });
  }

  private static void insertPaper(Handle db, int number) {
    String title = number == 0 ? "Silent" : "Paper " + number;
    db.createUpdate(
            """
            insert into paper (paper_key, title_hash, title, abstract, authors, author_count, votes,
              comments, edition, first_dump, last_dump)
            select :key, :titleHash, :title, :abstract, '[]', 0, 0, 0, 1, id, id from dump
            """)
        .bind("key", "t-" + number)
        .bind("titleHash", PaperKeys.titleHash(title))
        .bind("title", title)
        .bind("abstract", number == 0 ? "" : "A robot, number " + number + ".")
        .execute();
  }
}
