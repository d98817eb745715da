package dev.paperboy.paper;

import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes to the table {@code paper}. */
final class PaperTable {

  private static final int ROWS_AT_A_TIME = 500;

  private final Handle db;

  private record Text(long id, String abstractText) {}

  PaperTable(Handle db) {
    this.db = db;
  }

  /** Adds a paper and returns its number. */
  long insert(ListedPaper candidate, long dumpId, int edition) {
    return bind(
            db.createUpdate(
                """
                insert into paper (paper_key, arxiv_id, title_hash, title, abstract, authors,
                  author_count, organization_slug, organization_name, published, page, repository,
                  project, votes, comments, edition, first_dump, last_dump, to_learn,
                  abstract_hash)
                values (:key, :arxivId, :titleHash, :title, :abstract, :authors,
                  :authorCount, :organizationSlug, :organizationName, :published, :page, :repository,
                  :project, :votes, :comments, :edition, :dump, :dump, :toLearn,
                  :abstractHash)
                """),
            candidate.merged)
        .bind("key", candidate.key())
        .bind("titleHash", PaperKeys.titleHash(candidate.merged.details().title()))
        .bind("title", candidate.merged.details().title())
        .bind("edition", edition)
        .bind("toLearn", candidate.gotAbstract())
        .bind("dump", dumpId)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** Writes what the dump added to a known paper. */
  void update(ListedPaper candidate, long dumpId) {
    if (!candidate.changed()) {
      db.createUpdate("update paper set last_dump = :dump where id = :id")
          .bind("id", candidate.id)
          .bind("dump", dumpId)
          .execute();
      return;
    }
    bind(
            db.createUpdate(
                """
                update paper set arxiv_id = :arxivId, abstract = :abstract, authors = :authors,
                  author_count = :authorCount, organization_slug = :organizationSlug,
                  organization_name = :organizationName, published = :published, page = :page,
                  repository = :repository, project = :project, votes = :votes,
                  comments = :comments, last_dump = :dump,
                  to_learn = (to_learn or :abstractCame), abstract_hash = :abstractHash
                where id = :id
                """),
            candidate.merged)
        .bind("abstractCame", candidate.gotAbstract())
        .bind("id", candidate.id)
        .bind("dump", dumpId)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Listing listing) {
    PaperDetails details = listing.details();
    Organization organization = details.organization();
    return statement
        .bind("arxivId", details.arxivId())
        .bind("abstract", details.abstractText())
        .bind("abstractHash", PaperKeys.abstractHash(details.abstractText()))
        .bind("authors", PaperRow.column(details.authors().names()))
        .bind("authorCount", details.authors().count())
        .bind("organizationSlug", organization == null ? null : organization.slug())
        .bind("organizationName", organization == null ? null : organization.name())
        .bind("published", details.published())
        .bind("page", Objects.toString(details.links().page(), null))
        .bind("repository", Objects.toString(details.links().repository(), null))
        .bind("project", Objects.toString(details.links().project(), null))
        .bind("votes", listing.popularity().votes())
        .bind("comments", listing.popularity().comments());
  }

  /** Gives every paper of an archive from before the hash of its abstract. */
  void completeAbstractHashes() {
    List<Text> missing = withoutAbstractHash();
    while (!missing.isEmpty()) {
      PreparedBatch batch =
          db.prepareBatch("update paper set abstract_hash = :hash where id = :id");
      for (Text paper : missing) {
        batch
            .bind("id", paper.id())
            .bind("hash", PaperKeys.abstractHash(paper.abstractText()))
            .add();
      }
      batch.execute();
      missing = withoutAbstractHash();
    }
  }

  private List<Text> withoutAbstractHash() {
    return db.createQuery(
            """
            select id, abstract from paper where abstract_hash is null
            fetch first :most rows only
            """)
        .bind("most", ROWS_AT_A_TIME)
        .map((row, context) -> new Text(row.getLong("id"), row.getString("abstract")))
        .list();
  }
}
