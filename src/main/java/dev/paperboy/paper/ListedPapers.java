package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The papers of one dump, told apart into those the archive knows and new ones. */
final class ListedPapers {

  private static final int KEYS_PER_QUERY = 1000;

  private final Handle db;
  private final List<ListedPaper> candidates = new ArrayList<>();
  private final Map<String, ListedPaper> byArxivId = new HashMap<>();
  private final Map<String, List<ListedPaper>> byTitle = new HashMap<>();
  private final Map<String, List<ListedPaper>> byAbstract = new HashMap<>();
  private final Map<String, Set<String>> titlesByAbstract = new HashMap<>();

  /** Of each abstract its hash, which costs more to compute than to remember. */
  private final Map<String, String> abstractHashes = new HashMap<>();

  private final List<Mention> mentions = new ArrayList<>();

  private record Mention(ListedPaper paper, Popularity popularity) {}

  ListedPapers(Handle db, List<Listing> listings) {
    this.db = db;
    lookUp("p.arxiv_id in (<keys>)", listings, l -> l.details().arxivId());
    lookUp("p.title_hash in (<keys>)", listings, l -> PaperKeys.titleHash(l.details().title()));
    new PaperTable(db).completeAbstractHashes();
    listings.forEach(this::noteAbstract);
    lookUp("p.abstract_hash in (<keys>)", listings, this::tellingAbstract);
    listings.forEach(this::mention);
  }

  /** How many papers are new. */
  int added() {
    return (int) candidates.stream().filter(ListedPaper::isNew).count();
  }

  /** How many papers of the dump the archive had already. */
  int known() {
    return (int) candidates.stream().filter(c -> !c.isNew() && c.listed).count();
  }

  /** Writes new papers, what was learned about known ones, and one row for each listing. */
  void save(long dumpId, int edition) {
    PaperTable table = new PaperTable(db);
    for (ListedPaper candidate : candidates) {
      if (candidate.isNew()) {
        candidate.id = table.insert(candidate, dumpId, edition);
      } else if (candidate.listed) {
        table.update(candidate, dumpId);
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
          .forEach(row -> add(ListedPaper.stored(row)));
    }
  }

  private void noteAbstract(Listing listing) {
    titlesByAbstract
        .computeIfAbsent(abstractHash(listing.details()), hash -> new HashSet<>())
        .add(PaperKeys.titleHash(listing.details().title()));
  }

  private String abstractHash(PaperDetails details) {
    return abstractHashes.computeIfAbsent(details.abstractText(), PaperKeys::abstractHash);
  }

  /** What identifies a paper by its abstract; an abstract of two papers in one dump does not. */
  private @Nullable String tellingAbstract(Listing listing) {
    String hash = abstractHash(listing.details());
    Set<String> titles = titlesByAbstract.getOrDefault(hash, Set.of());
    return hash.isEmpty() || titles.size() > 1 ? null : hash;
  }

  private void add(ListedPaper candidate) {
    PaperDetails details = candidate.merged.details();
    candidates.add(candidate);
    byTitle
        .computeIfAbsent(PaperKeys.titleHash(details.title()), title -> new ArrayList<>())
        .add(candidate);
    if (details.arxivId() != null) {
      byArxivId.put(details.arxivId(), candidate);
    }
    if (!candidate.isNew()) {
      byAbstract.computeIfAbsent(abstractHash(details), hash -> new ArrayList<>()).add(candidate);
    }
  }

  private void mention(Listing listing) {
    Optional<ListedPaper> known = find(listing);
    ListedPaper paper = known.orElseGet(() -> ListedPaper.fresh(listing));
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

  private Optional<ListedPaper> find(Listing listing) {
    PaperDetails details = listing.details();
    if (details.arxivId() != null && byArxivId.containsKey(details.arxivId())) {
      return Optional.of(byArxivId.get(details.arxivId()));
    }
    return byTitle.getOrDefault(PaperKeys.titleHash(details.title()), List.of()).stream()
        .filter(candidate -> PaperKeys.compatible(candidate.merged.details(), details))
        .findFirst()
        .or(() -> findByAbstract(listing));
  }

  /** The one known paper with this abstract: where several have it, it tells nothing. */
  private Optional<ListedPaper> findByAbstract(Listing listing) {
    String hash = tellingAbstract(listing);
    List<ListedPaper> same = hash == null ? List.of() : byAbstract.getOrDefault(hash, List.of());
    return same.size() == 1
        ? same.stream()
            .filter(one -> PaperKeys.compatible(one.merged.details(), listing.details()))
            .findFirst()
        : Optional.empty();
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
