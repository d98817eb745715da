package dev.paperboy.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Papers that mails were made of in the last seconds: most mails of a run show the same ones. What
 * a new dump fills in is seen after that time. Threads may share it.
 */
final class RecentPapers {

  private static final int MOST = 2000;
  private static final Duration FOR = Duration.ofSeconds(10);

  private final PaperArchive archive;
  private final Cache<String, Paper> papers =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

  RecentPapers(PaperArchive archive) {
    this.archive = archive;
  }

  /** The papers with these keys, in no order; one that the archive does not have is left out. */
  List<Paper> with(Collection<String> keys) {
    return List.copyOf(papers.getAll(Set.copyOf(keys), this::read).values());
  }

  private Map<String, Paper> read(Set<? extends String> keys) {
    return archive.papersWith(List.copyOf(keys)).stream()
        .collect(Collectors.toMap(Paper::key, paper -> paper));
  }
}
