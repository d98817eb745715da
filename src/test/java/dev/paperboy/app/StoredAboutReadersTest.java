package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.TestClock;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Wish;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Subscriber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredAboutReadersTest {

  @TempDir Path folder;
  private TestApplication paperboy;

  @BeforeEach
  void open() {
    paperboy =
        new TestApplication(folder, new TestClock("2025-12-05T08:00:00Z"), TestApplication.QUICK);
  }

  @AfterEach
  void close() {
    paperboy.close();
  }

  @Test
  void the_document_has_the_digests_with_their_papers_the_mails_and_what_was_told()
      throws IOException {
    Subscriber ada = paperboy.subscribe("ada@example.org", "interests: [robot] # mine\n");
    paperboy.drop("one.txt", Dumps.capture("Dec 5", "Soft Hands", "A robot that picks up eggs."));
    paperboy.run();
    paperboy
        .application()
        .subscriptions()
        .fulfil(ada, new Wish(Wish.Kind.PAUSE, "2026-01-31"), Origin.NO_MAIL);

    assertThat(new StoredAboutReaders(paperboy.application()).lately(ada))
        .containsExactly("2025-12-05: 1");
    JsonNode document = document("ada@example.org");

    assertThat(document.path("email").asText()).isEqualTo("ada@example.org");
    assertThat(document.path("state").asText()).isEqualTo("paused");
    assertThat(document.path("interests").asText()).isEqualTo("interests: [robot] # mine\n");
    JsonNode digest = document.path("digests").path(0);
    assertThat(digest.path("papers").asInt()).isEqualTo(1);
    assertThat(digest.path("paper_keys")).hasSize(1);
    assertThat(document.path("deliveries").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("digest", "notice");
    JsonNode told = document.path("notices").path(0);
    assertThat(told.path("kind").asText()).isEqualTo("answer");
    assertThat(told.path("content").path("day").asText()).isEqualTo("2026-01-31");
    assertThat(document.path("reports").isArray()).isTrue();
  }

  @Test
  void a_reader_s_document_has_nothing_of_another_and_no_key() throws IOException {
    Subscriber ada = paperboy.subscribe("ada@example.org", "interests: [robot]");
    Subscriber ben = paperboy.subscribe("ben@example.org", "interests: [robot]");
    paperboy.drop("one.txt", Dumps.capture("Dec 5", "Soft Hands", "A robot that picks up eggs."));
    paperboy.run();

    String document = document("ada@example.org").toString();

    assertThat(document).doesNotContain("ben@example.org", ada.tokenSeed(), ben.tokenSeed());
    paperboy
        .application()
        .tokens()
        .all(List.of(ada))
        .values()
        .forEach(own -> own.values().forEach(token -> assertThat(document).doesNotContain(token)));
  }

  /** Whoever adds a table about readers has to hand out what is in it. */
  @Test
  void every_table_about_readers_is_in_the_document_but_the_hashes_of_their_links() {
    try (Store store = Store.open(paperboy.application().config().store())) {
      List<String> tables =
          store
              .jdbi()
              .withHandle(
                  db ->
                      db.createQuery(
                              """
                              select lower(table_name) from information_schema.columns
                              where lower(column_name) = 'subscriber_id' order by 1
                              """)
                          .mapTo(String.class)
                          .list());
      assertThat(tables).containsExactly("delivery", "digest", "feedback", "notice", "token");
    }
  }

  private JsonNode document(String email) throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(
            new StoredAboutReaders(paperboy.application())
                .document(paperboy.subscriber(email))
                .toJson());
  }
}
