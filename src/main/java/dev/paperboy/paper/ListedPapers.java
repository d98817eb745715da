package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The papers of one dump, told apart into those the archive knows and new ones. */
final class ListedPapers {

  private static final int KEYS_PER_QUERY = 1000;

  private final Handle db;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Candidate> byArxivId = new HashMap<>();
  private final Map<String, List<Candidate>> byTitle = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();

  private record Mention(Candidate paper, Popularity popularity) {}

  /** A paper that may be listed: in the archive (with an id), or new (without). */
  private static final class Candidate {

    private final @Nullable String knownKey;
    private final @Nullable Listing stored;
    private @Nullable Long id;
    private Listing merged;
    private boolean listed;

    Candidate(@Nullable PaperRow row, Listing listing) {
      this.id = row == null ? null : row.id();
      this.knownKey = row == null ? null : row.paper().key();
      this.stored = row == null ? null : listing;
      this.merged = listing;
    }

    boolean isNew() {
      return stored == null;
    }

    boolean changed() {
      return !merged.equals(stored);
    }

    boolean gotAbstract() {
      return stored != null
          && stored.details().abstractText().isEmpty()
          && !merged.details().abstractText().isEmpty();
    }

    String key() {
      return knownKey != null ? knownKey : PaperKeys.keyOf(merged.details());
    }
  }

  ListedPapers(Handle db, List<Listing> listings) {
    this.db = db;
    lookUp("p.arxiv_id in (<keys>)", listings, l -> l.details().arxivId());
    lookUp("p.title_hash in (<keys>)", listings, l -> PaperKeys.titleHash(l.details().title()));
    listings.forEach(this::mention);
  }

  /** How many papers are new. */
  int added() {
    return (int) candidates.stream().filter(Candidate::isNew).count();
  }

  /** How many papers of the dump the archive had already. */
  int known() {
    return (int) candidates.stream().filter(c -> !c.isNew() && c.listed).count();
  }

  /** Writes new papers, what was learned about known ones, and one row for each listing. */
  void save(long dumpId, int edition) {
    for (Candidate candidate : candidates) {
      if (candidate.isNew()) {
        candidate.id = insert(candidate, dumpId, edition);
      } else if (candidate.listed) {
        update(candidate, dumpId);
      }
    }
    saveMentions(dumpId);
  }

  private void lookUp(
      String condition, List<Listing> listings, Function<Listing, @Nullable String> key) {
    List<String> keys = listings.stream().map(key).filter(Objects::nonNull).distinct().toList();
    Set<Long> seen = new LinkedHashSet<>();
    candidates.forEach(candidate -> seen.add(Objects.requireNonNull(candidate.id)));
    for (int from = 0; from < keys.size(); from += KEYS_PER_QUERY) {
      db.createQuery(PaperRow.SELECT + "where " + condition + " order by p.id")
          .bindList("keys", keys.subList(from, Math.min(keys.size(), from + KEYS_PER_QUERY)))
          .map(PaperRow.MAPPER)
          .filter(row -> seen.add(row.id()))
          .forEach(row -> add(new Candidate(row, asListing(row.paper()))));
    }
  }

  private static Listing asListing(Paper paper) {
    return new Listing(paper.details(), paper.popularity());
  }

  private void add(Candidate candidate) {
    PaperDetails details = candidate.merged.details();
    candidates.add(candidate);
    byTitle
        .computeIfAbsent(PaperKeys.titleHash(details.title()), title -> new ArrayList<>())
        .add(candidate);
    if (details.arxivId() != null) {
      byArxivId.put(details.arxivId(), candidate);
    }
  }

  private void mention(Listing listing) {
    Optional<Candidate> known = find(listing.details());
    Candidate paper = known.orElseGet(() -> new Candidate(null, listing));
    if (known.isPresent()) {
      paper.merged = Merge.fill(paper.merged, listing);
      if (paper.merged.details().arxivId() != null) {
        byArxivId.put(paper.merged.details().arxivId(), paper);
      }
    } else {
      add(paper);
    }
    paper.listed = true;
    mentions.add(new Mention(paper, listing.popularity()));
  }

  private Optional<Candidate> find(PaperDetails details) {
    if (details.arxivId() != null && byArxivId.containsKey(details.arxivId())) {
      return Optional.of(byArxivId.get(details.arxivId()));
    }
    return byTitle.getOrDefault(PaperKeys.titleHash(details.title()), List.of()).stream()
        .filter(candidate -> PaperKeys.compatible(candidate.merged.details(), details))
        .findFirst();
  }

  private long insert(Candidate candidate, long dumpId, int edition) {
    return bind(
            db.createUpdate(
                """
                insert into paper (paper_key, arxiv_id, title_hash, title, abstract, authors,
                  author_count, organization_slug, organization_name, published, page, repository,
                  project, votes, comments, edition, first_dump, last_dump, to_learn)
                values (:key, :arxivId, :titleHash, :title, :abstract, :authors,
                  :authorCount, :organizationSlug, :organizationName, :published, :page, :repository,
                  :project, :votes, :comments, :edition, :dump, :dump, :toLearn)
                """),
            candidate.merged)
        .bind("key", candidate.key())
        .bind("titleHash", PaperKeys.titleHash(candidate.merged.details().title()))
        .bind("title", candidate.merged.details().title())
        .bind("edition", edition)
        .bind("toLearn", !candidate.merged.details().abstractText().isEmpty())
        .bind("dump", dumpId)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private void update(Candidate candidate, long dumpId) {
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
                  to_learn = (to_learn or :abstractCame)
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

  private void saveMentions(long dumpId) {
    PreparedBatch batch =
        db.prepareBatch(
            """
            insert into listing (dump_id, paper_id, position, votes, comments)
            values (:dump, :paper, :position, :votes, :comments)
            """);
    int position = 0;
    for (Mention mention : mentions) {
      batch
          .bind("dump", dumpId)
          .bind("paper", mention.paper().id)
          .bind("position", ++position)
          .bind("votes", mention.popularity().votes())
          .bind("comments", mention.popularity().comments())
          .add();
    }
    batch.execute();
  }
}
