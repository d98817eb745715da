package dev.paperboy.search;

import static dev.paperboy.search.SearchRoom.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Listing;
import dev.paperboy.search.SearchRequest.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveSearchTest {

  @TempDir Path folder;
  private SearchRoom room;

  @BeforeEach
  void open() {
    room = new SearchRoom(folder.resolve("search"));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void before_the_first_update_it_says_that_it_is_not_ready() {
    assertThatThrownBy(() -> room.find("anything"))
        .isInstanceOf(SearchUnavailable.class)
        .hasMessage("The search is being made ready");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "diffusion model | Diffusion models draw",
        "fine tuning | Finetuning in one step; On fine-tuning",
        "finetuning | Finetuning in one step; On fine-tuning",
        "fine-tuned | Finetuning in one step; On fine-tuning",
        "\"draw diffusion\" | ",
        "draw diffusion | Diffusion models draw",
        "diff* | Diffusion models draw",
        "\"diffusion mod*\" | Diffusion models draw",
        "=RAG | Stores for RAG",
        "rag | Rag dolls; Stores for RAG",
        "=rag | ",
        "rag -dolls | Stores for RAG",
        "rag -\"dolls of rag\" | Rag dolls; Stores for RAG",
        "title:cloth | ",
        "abstract:cloth | Rag dolls",
        "ada lovelace | On fine-tuning",
        "author:lovelace | On fine-tuning",
        "author:\"ada lovelace\" | On fine-tuning",
        "author:cloth | ",
        "lovelace weights | On fine-tuning",
        "org:big-lab cloth | Rag dolls",
        "samtliche rag | Rag dolls; Stores for RAG",
        "nothing:here | ",
      })
  void words_are_found_as_interests_find_them(String words, String titles) {
    room.dump(
        "2026-03-02",
        listing("Diffusion models draw", "Pictures from noise."),
        listing("Finetuning in one step", "It is quick."),
        listing(
            "On fine-tuning", "Of weights.", Authors.named(List.of("Ada Lovelace", "Bo Two")), 0),
        listing("Stores for RAG", "Looking things up."),
        listing("Rag dolls", "Made of cloth."));

    List<String> expected =
        titles == null ? List.of() : Stream.of(titles.split(";")).map(String::strip).toList();
    assertThat(room.titles(words)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void a_phrase_does_not_reach_over_the_end_of_a_sentence() {
    room.dump(
        "2026-03-02",
        listing("One", "We study graphs. Neural methods help."),
        listing("Two", "We study graph neural methods."));

    assertThat(room.titles("\"graph neural\"")).containsExactly("Two");
    assertThat(room.titles("graph neural")).containsExactly("Two", "One");
  }

  @Test
  void abbreviations_that_the_archive_has_taught_are_met_both_ways() {
    Listing[] teaching =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    listing("Paper " + i, "We use reinforcement learning (RL) for task " + i + "."))
            .toArray(Listing[]::new);
    room.dump("2026-03-01", teaching);
    room.dump(
        "2026-03-02",
        listing("Offline RL", "From logs."),
        listing("Long form", "With reinforcement learning in the loop."));

    assertThat(room.find("\"reinforcement learning\"").total()).isEqualTo(14);
    assertThat(room.find("RL").total()).isEqualTo(14);
    assertThat(room.titles("offline reinforcement learning")).containsExactly("Offline RL");
  }

  @Test
  void the_title_counts_more_and_the_words_found_are_told() {
    room.dump(
        "2026-03-02",
        listing("Something else", "It mentions robots once among many other words."),
        listing("Robot hands", "They grasp."));

    SearchResult result = room.find("robot");

    assertThat(result.total()).isEqualTo(2);
    assertThat(room.titles("robot")).containsExactly("Robot hands", "Something else");
    Hit hit = result.found().get(1).hits().get(0);
    assertThat(hit.wordsOf(result.found().get(1).paper().paper())).isEqualTo("robots");
  }

  @Test
  void pages_follow_each_other_and_newest_is_an_order() {
    for (int day = 1; day <= 3; day++) {
      int edition = day;
      room.dump(
          "2026-03-0" + day,
          IntStream.range(0, 15)
              .mapToObj(i -> listing("Graph " + edition + "-" + i, "Graphs."))
              .toArray(Listing[]::new));
    }

    List<String> all =
        IntStream.rangeClosed(1, 4)
            .mapToObj(page -> room.find("graph", Order.NEWEST, page).found())
            .flatMap(List::stream)
            .map(found -> found.paper().paper().title())
            .toList();

    assertThat(room.find("graph").total()).isEqualTo(45);
    assertThat(all).hasSize(45).doesNotHaveDuplicates();
    assertThat(all.subList(0, 15)).allMatch(title -> title.startsWith("Graph 3-"));
    assertThat(all.subList(30, 45)).allMatch(title -> title.startsWith("Graph 1-"));
  }

  @Test
  void a_paper_that_got_its_abstract_later_is_found_by_it_once() {
    room.dump("2026-03-01", listing("A late abstract", ""));
    assertThat(room.titles("zebra")).isEmpty();

    room.dump("2026-03-02", listing("A late abstract", "About a zebra."));

    assertThat(room.titles("zebra")).containsExactly("A late abstract");
    assertThat(room.find("late").total()).isEqualTo(1);
  }

  @Test
  void the_index_outlives_the_program_and_catches_up() {
    room.dump("2026-03-01", listing("Kept", "Of old."));
    room.search.close();
    room.archive.record(
        dev.paperboy.paper.Listings.dump("new", "2026-03-02"),
        List.of(listing("Come meanwhile", "Of old.")),
        false);

    room.restart();

    assertThat(room.titles("old")).containsExactlyInAnyOrder("Kept", "Come meanwhile");
  }

  @Test
  void a_missing_a_broken_and_a_foreign_index_are_made_anew() throws IOException {
    room.dump("2026-03-01", listing("Ours", "Of old."));
    room.search.close();
    try (Stream<Path> files = Files.list(folder.resolve("search"))) {
      for (Path file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.writeString(file, "no index");
      }
    }
    room.restart();
    assertThat(room.titles("old")).containsExactly("Ours");

    room.search.close();
    try (SearchRoom other = new SearchRoom(folder.resolve("search"))) {
      other.dump("2026-03-01", listing("Theirs", "Of old."));
      assertThat(other.titles("old")).containsExactly("Theirs");
    }
  }

  @Test
  void a_second_process_keeps_its_own_index_in_memory() {
    room.dump("2026-03-01", listing("Ours", "Of old."));

    ArchiveSearch second =
        new ArchiveSearch(folder.resolve("search"), room.archive, room.catalogue);
    second.update();

    assertThat(second.find(new SearchRequest("old", Order.BEST, 1)).total()).isEqualTo(1);
    second.close();
    assertThat(room.titles("old")).containsExactly("Ours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "\"\"",
        "-",
        "--",
        "-\"",
        "*",
        "**",
        "=",
        "a*",
        ":",
        "author:",
        "author:\"",
        "-word",
        "\u0000",
        "\uD800",
        "\uDFFF\uD800 x",
        "title:title:title:",
        "AND OR NOT (",
        "/.*/",
        "[a TO z]",
        "word~100000",
        "word^1e99",
        "\\",
        "a\u202Eb",
        "=\u0000*",
        "\"=\"",
        "'--",
        "<b>"
      })
  void no_query_is_a_failure(String words) {
    room.dump("2026-03-01", listing("Word", "A text."));

    assertThat(room.find(words).total()).isBetween(0, 1);
  }

  @Test
  void an_enormous_query_is_cut() {
    room.dump("2026-03-01", listing("Word a b c", "A text of words."));

    assertThat(room.find("a b c ".repeat(100_000)).total()).isEqualTo(1);
    assertThat(room.find("\"" + "fine tuning ".repeat(1000)).total()).isZero();
    assertThat(room.find("wo* ".repeat(1000)).total()).isEqualTo(1);
    assertThat(room.find("x".repeat(1_000_000)).total()).isZero();
  }

  @Test
  void a_page_beyond_the_last_is_empty_or_the_last_allowed() {
    room.dump("2026-03-01", listing("Word", "A text."));

    assertThat(room.find("word", Order.BEST, Integer.MAX_VALUE).found()).isEmpty();
    assertThat(room.find("word", Order.BEST, Integer.MIN_VALUE).found()).hasSize(1);
  }
}
