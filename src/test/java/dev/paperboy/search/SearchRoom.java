package dev.paperboy.search;

import dev.paperboy.match.Analyzer;
import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.search.SearchRequest.Order;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An archive in memory and a search over it. */
final class SearchRoom implements AutoCloseable {

  final Store store = TestDatabase.H2.emptied();
  final PaperArchive archive = new PaperArchive(store, Clock.systemUTC());
  final Catalogue catalogue = new Catalogue(store);
  ArchiveSearch search;
  private final Path folder;

  SearchRoom(Path folder) {
    this.folder = folder;
    this.search = new ArchiveSearch(folder, archive, catalogue);
  }

  void dump(String day, Listing... listings) {
    String hash = UUID.randomUUID().toString();
    archive.record(
        new DumpEntry(hash, hash, "text", LocalDate.parse(day), "file name"),
        List.of(listings),
        false);
    search.update();
  }

  /** As if the program had been started again. */
  void restart() {
    search.close();
    search = new ArchiveSearch(folder, archive, catalogue);
    search.update();
  }

  List<String> titles(String words) {
    return find(words).found().stream().map(found -> found.paper().paper().title()).toList();
  }

  SearchResult find(String words) {
    return find(words, Order.BEST, 1);
  }

  SearchResult find(String words, Order order, int page) {
    return search.find(new SearchRequest(words, order, page));
  }

  static Listing listing(String title, String text) {
    return listing(title, text, 0);
  }

  static Listing listing(String title, String text, int votes) {
    return listing(title, text, Authors.UNKNOWN, votes);
  }

  static Listing listing(String title, String text, Authors authors, int votes) {
    return new Listing(
        new PaperDetails(
            null,
            title,
            text,
            authors,
            new Organization("big-lab", "Laboratory of Sämtliche Dinge"),
            null,
            Links.NONE),
        new Popularity(votes, 0));
  }

  static Listing of(Paper paper) {
    return new Listing(paper.details(), paper.popularity());
  }

  Analyzer analyzer() {
    return new Analyzer(archive.vocabulary());
  }

  ArchiveMark mark() {
    return catalogue.mark();
  }

  @Override
  public void close() {
    search.close();
  }
}
