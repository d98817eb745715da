package dev.paperboy.paper;

import dev.paperboy.store.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All papers ever listed, each once. A listing of a known paper enriches it; it never makes the
 * paper new again. Threads may share it.
 */
public final class PaperArchive {

  private final Jdbi jdbi;
  private final Clock clock;
  private final LearnedWords words;

  public PaperArchive(Store store, Clock clock) {
    this.jdbi = store.jdbi();
    this.clock = clock;
    this.words = new LearnedWords(jdbi);
  }

  /** Whether a dump with this content has come in before. */
  public boolean knows(String dumpHash) {
    return jdbi.withHandle(
        db ->
            db.createQuery("select count(*) from dump where content_hash = :hash")
                    .bind("hash", dumpHash)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  /**
   * Takes in a dump, whole or not at all: finds or adds each paper, notes each listing, makes an
   * edition of the papers that were new, and learns their words. Processes that share the archive
   * do so one after the other.
   *
   * @param archiveOnly the edition is never mailed
   */
  public Recorded record(DumpEntry dump, List<Listing> listings, boolean archiveOnly) {
    Recorded recorded = jdbi.inTransaction(db -> record(db, dump, listings, archiveOnly));
    words.learnIfMany();
    return recorded;
  }

  /**
   * What all papers with an abstract teach about words. Learns from those that came in since it was
   * last asked for, then reads the whole of it: keep it for a run.
   */
  public Vocabulary vocabulary() {
    words.learnAll();
    return words.load();
  }

  /**
   * The same, without learning from those that wait: reads only, so it may be asked while another
   * thread changes the archive.
   */
  public Vocabulary knownVocabulary() {
    return words.load();
  }

  /** The number of the newest edition; 0 while there is none. */
  public int newestEdition() {
    return jdbi.withHandle(
        db ->
            db.createQuery("select coalesce(max(number), 0) from edition")
                .mapTo(Integer.class)
                .one());
  }

  /**
   * The edition that counts as covered for a reader who joins now, so that their first digest shows
   * the newest day.
   *
   * @param oldest days before this one are not shown any more
   */
  public int startingEdition(LocalDate oldest) {
    List<Edition> mailed =
        editionsAfter(0).stream()
            .filter(e -> !e.archiveOnly() && !e.digestDate().isBefore(oldest))
            .toList();
    Optional<LocalDate> newestDay =
        mailed.stream().map(Edition::digestDate).max(Comparator.naturalOrder());
    return newestDay
        .flatMap(day -> mailed.stream().filter(e -> e.digestDate().equals(day)).findFirst())
        .map(first -> first.number() - 1)
        .orElseGet(this::newestEdition);
  }

  /** Editions with a number greater than the given one, in order. */
  public List<Edition> editionsAfter(int number) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select e.number, e.digest_date, e.archive_only, count(p.id) as papers
                    from edition e left join paper p on p.edition = e.number
                    where e.number > :number
                    group by e.number, e.digest_date, e.archive_only
                    order by e.number
                    """)
                .bind("number", number)
                .map(
                    (row, context) ->
                        new Edition(
                            row.getInt("number"),
                            row.getObject("digest_date", LocalDate.class),
                            row.getBoolean("archive_only"),
                            row.getInt("papers")))
                .list());
  }

  /** The papers of these editions, in the order they were listed. */
  public List<Paper> papersOf(List<Edition> editions) {
    if (editions.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(PaperRow.SELECT + "where p.edition in (<editions>) order by p.id")
                .bindList("editions", editions.stream().map(Edition::number).toList())
                .map(PaperRow.MAPPER)
                .map(PaperRow::paper)
                .list());
  }

  /** The papers with these keys, in no particular order; unknown keys are left out. */
  public List<Paper> papersWith(List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        db ->
            db.createQuery(PaperRow.SELECT + "where p.paper_key in (<keys>)")
                .bindList("keys", keys)
                .map(PaperRow.MAPPER)
                .map(PaperRow::paper)
                .list());
  }

  /** All papers of editions whose digest date is not before the given day, newest edition first. */
  public List<Paper> papersSince(LocalDate day) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    PaperRow.SELECT
                        + """
                        join edition e on e.number = p.edition
                        where e.digest_date >= :day
                        order by p.edition desc, p.id
                        """)
                .bind("day", day)
                .map(PaperRow.MAPPER)
                .map(PaperRow::paper)
                .list());
  }

  private Recorded record(Handle db, DumpEntry dump, List<Listing> listings, boolean archiveOnly) {
    LearnedWords.lock(db);
    ListedPapers listed = new ListedPapers(db, listings);
    long dumpId = insert(db, dump, listings.size());
    Optional<Edition> edition = Optional.empty();
    if (listed.added() > 0) {
      edition = Optional.of(openEdition(db, dump, dumpId, archiveOnly, listed.added()));
    }
    listed.save(dumpId, edition.map(Edition::number).orElse(0));
    return new Recorded(edition, listings.size(), listed.known());
  }

  private long insert(Handle db, DumpEntry dump, int listings) {
    return db.createUpdate(
            """
            insert into dump (content_hash, name, format, digest_date, date_found, listings, received_at)
            values (:hash, :name, :format, :digestDate, :dateFound, :listings, :now)
            """)
        .bindMethods(dump)
        .bind("listings", listings)
        .bind("now", OffsetDateTime.now(clock))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private Edition openEdition(
      Handle db, DumpEntry dump, long dumpId, boolean archiveOnly, int papers) {
    int number =
        db.createQuery("select coalesce(max(number), 0) + 1 from edition")
            .mapTo(Integer.class)
            .one();
    db.createUpdate(
            """
            insert into edition (number, dump_id, digest_date, archive_only, created_at)
            values (:number, :dumpId, :digestDate, :archiveOnly, :now)
            """)
        .bind("number", number)
        .bind("dumpId", dumpId)
        .bind("digestDate", dump.digestDate())
        .bind("archiveOnly", archiveOnly)
        .bind("now", OffsetDateTime.now(clock))
        .execute();
    return new Edition(number, dump.digestDate(), archiveOnly, papers);
  }
}
