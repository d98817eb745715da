package dev.paperboy.paper;

import dev.paperboy.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The archive as its readers look things up in it. Changes nothing. Threads may share it. */
public final class Catalogue {

  private static final int ROWS_AT_A_TIME = 200;
  private static final int LONGEST_KEY = 80;

  private final Jdbi jdbi;

  public Catalogue(Store store) {
    this.jdbi = store.jdbi();
  }

  /**
   * A line of the list of editions.
   *
   * @param lead the title with the most votes
   * @param createdAt when its dump came in
   */
  public record EditionLine(Edition edition, String lead, Instant createdAt) {}

  /**
   * The edition and its neighbours in the archive.
   *
   * @param previous the number before it; null for the first
   * @param next the number after it; null for the newest
   */
  public record Neighbourhood(
      Edition edition, @Nullable Integer previous, @Nullable Integer next) {}

  /**
   * A dump that listed a paper.
   *
   * @param day the day it listed it for
   * @param position the paper's place in it, from 1
   */
  public record Mention(LocalDate day, int position, Popularity popularity) {}

  /** How far the archive has come. */
  public ArchiveMark mark() {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    "select id, content_hash from dump order by id desc fetch first 1 rows only")
                .map(
                    (row, context) ->
                        new ArchiveMark(row.getLong("id"), row.getString("content_hash")))
                .findOne()
                .orElse(ArchiveMark.EMPTY));
  }

  /** Whether the archive has been at this mark. */
  public boolean passed(ArchiveMark mark) {
    return mark.equals(ArchiveMark.EMPTY)
        || jdbi.withHandle(
            db ->
                db.createQuery("select count(*) from dump where id = :id and content_hash = :hash")
                        .bind("id", mark.dump())
                        .bind("hash", mark.hash())
                        .mapTo(Integer.class)
                        .one()
                    > 0);
  }

  /** Gives every paper that a dump after this mark listed, by number. */
  public void changedAfter(ArchiveMark mark, Consumer<NumberedPaper> each) {
    // In a transaction, for else PostgreSQL sends all rows at once.
    jdbi.useTransaction(
        db ->
            db
                .createQuery(PaperRow.SELECT + "where p.last_dump > :dump order by p.id")
                .bind("dump", mark.dump())
                .setFetchSize(ROWS_AT_A_TIME)
                .map(PaperRow.MAPPER)
                .stream()
                .map(row -> new NumberedPaper(row.id(), row.paper()))
                .forEach(each));
  }

  /**
   * Editions with a number below the given one, newest first.
   *
   * @param most at most so many
   */
  public List<EditionLine> editionsBefore(int number, int most) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select e.number, e.digest_date, e.archive_only, e.created_at, p.papers, p.title
                    from edition e
                    join (
                      select edition, title, count(*) over (partition by edition) as papers,
                        row_number() over (partition by edition order by votes desc, id) as place
                      from paper
                      where edition < :number and edition >= (
                        select coalesce(min(number), 0) from (
                          select number from edition where number < :number
                          order by number desc fetch first :most rows only) as page)
                    ) p on p.edition = e.number and p.place = 1
                    order by e.number desc
                    """)
                .bind("number", number)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new EditionLine(
                            new Edition(
                                row.getInt("number"),
                                row.getObject("digest_date", LocalDate.class),
                                row.getBoolean("archive_only"),
                                row.getInt("papers")),
                            row.getString("title"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** How many editions there are. */
  public int editions() {
    return jdbi.withHandle(
        db -> db.createQuery("select count(*) from edition").mapTo(Integer.class).one());
  }

  /** The edition with this number. */
  public Optional<Neighbourhood> edition(int number) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select e.number, e.digest_date, e.archive_only,
                      (select count(*) from paper p where p.edition = e.number) as papers,
                      (select max(b.number) from edition b where b.number < e.number) as previous,
                      (select min(a.number) from edition a where a.number > e.number) as following
                    from edition e where e.number = :number
                    """)
                .bind("number", number)
                .map(
                    (row, context) ->
                        new Neighbourhood(
                            new Edition(
                                row.getInt("number"),
                                row.getObject("digest_date", LocalDate.class),
                                row.getBoolean("archive_only"),
                                row.getInt("papers")),
                            row.getObject("previous", Integer.class),
                            row.getObject("following", Integer.class)))
                .findOne());
  }

  /** The paper with this key, this arXiv id, or this number. */
  public Optional<NumberedPaper> paper(String keyOrNumber) {
    if (keyOrNumber.isEmpty() || keyOrNumber.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    return jdbi.withHandle(
        db ->
            find(db, "p.paper_key = :value", keyOrNumber)
                .or(() -> find(db, "p.arxiv_id = :value", keyOrNumber))
                .or(() -> number(keyOrNumber).flatMap(id -> find(db, "p.id = :value", id))));
  }

  /** The papers with these numbers, in this order; unknown numbers are left out. */
  public List<NumberedPaper> papers(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<NumberedPaper> found =
        jdbi.withHandle(
            db ->
                db.createQuery(PaperRow.SELECT + "where p.id in (<ids>)")
                    .bindList("ids", ids)
                    .map(PaperRow.MAPPER)
                    .map(row -> new NumberedPaper(row.id(), row.paper()))
                    .list());
    return ids.stream().flatMap(id -> found.stream().filter(paper -> paper.id() == id)).toList();
  }

  /** Where the paper was listed, in the order the dumps came in. */
  public List<Mention> mentions(long paper) {
    return jdbi.withHandle(
        db ->
            db.createQuery(
                    """
                    select d.digest_date, l.position, l.votes, l.comments
                    from listing l join dump d on d.id = l.dump_id
                    where l.paper_id = :paper order by d.digest_date, d.id, l.position
                    """)
                .bind("paper", paper)
                .map(
                    (row, context) ->
                        new Mention(
                            row.getObject("digest_date", LocalDate.class),
                            row.getInt("position"),
                            new Popularity(row.getInt("votes"), row.getInt("comments"))))
                .list());
  }

  private static Optional<NumberedPaper> find(Handle db, String condition, Object value) {
    return db.createQuery(PaperRow.SELECT + "where " + condition)
        .bind("value", value)
        .map(PaperRow.MAPPER)
        .findOne()
        .map(row -> new NumberedPaper(row.id(), row.paper()));
  }

  private static Optional<Long> number(String text) {
    boolean digits = text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
