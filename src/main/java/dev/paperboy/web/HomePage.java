package dev.paperboy.web;

import dev.paperboy.paper.Edition;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /}: what Paperboy is, and the papers of the newest day. */
final class HomePage {

  /** So many editions are looked at for the newest day; several dumps may bring one day. */
  private static final int EDITIONS_BACK = 30;

  private static final int MOST_SHOWN = 100;

  private final Pages pages;
  private final PageCache cache;
  private final PaperArchive archive;
  private final FirstInterests first;

  HomePage(Pages pages, PageCache cache, PaperArchive archive, FirstInterests first) {
    this.pages = pages;
    this.cache = cache;
    this.archive = archive;
    this.first = first;
  }

  void show(Context context) {
    cache.answer(context, "home", texts -> Optional.of(render(texts)));
  }

  private String render(Texts texts) {
    List<Edition> newest = newestDay();
    List<Paper> papers =
        archive.papersOf(newest).stream()
            .sorted(Comparator.comparingInt((Paper p) -> p.popularity().votes()).reversed())
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put(
        "papers", papers.stream().limit(MOST_SHOWN).map(paper -> line(paper, texts)).toList());
    values.put("wishes", first.wishes());
    values.put("more", Math.max(0, papers.size() - MOST_SHOWN));
    newest.stream()
        .findFirst()
        .ifPresent(edition -> values.put("day", texts.dates().full(edition.digestDate())));
    return pages.render("home", texts, values);
  }

  /** As in the lists of the archive, with {@code link}, where there is one, beside the rest. */
  private static Map<String, Object> line(Paper paper, Texts texts) {
    Map<String, Object> line = new HashMap<>(PaperCard.of(paper, texts));
    URI page = paper.details().links().page();
    if (page != null && PaperCard.isWeb(page)) {
      line.put("link", page.toString());
    }
    return line;
  }

  /** The editions of the newest day that is mailed; of the newest day at all if none is. */
  private List<Edition> newestDay() {
    List<Edition> recent =
        archive.editionsAfter(Math.max(0, archive.newestEdition() - EDITIONS_BACK));
    List<Edition> mailed = recent.stream().filter(e -> !e.archiveOnly()).toList();
    List<Edition> candidates = mailed.isEmpty() ? recent : mailed;
    return candidates.stream()
        .map(Edition::digestDate)
        .max(Comparator.naturalOrder())
        .map(day -> candidates.stream().filter(e -> e.digestDate().equals(day)).toList())
        .orElse(List.of());
  }
}
