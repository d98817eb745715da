package dev.paperboy.web;

import dev.paperboy.paper.Catalogue;
import dev.paperboy.paper.Catalogue.EditionLine;
import dev.paperboy.paper.Catalogue.Neighbourhood;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /editions}: all editions; {@code /editions/{number}}: the papers of one. */
final class EditionPages {

  private static final int PER_PAGE = 30;
  private static final int MOST_PAPERS = 500;
  private static final int ABSTRACT = 240;

  private final Pages pages;
  private final PageCache cache;
  private final Catalogue catalogue;
  private final PaperArchive archive;

  EditionPages(Pages pages, PageCache cache, Catalogue catalogue, PaperArchive archive) {
    this.pages = pages;
    this.cache = cache;
    this.catalogue = catalogue;
    this.archive = archive;
  }

  void list(Context context) {
    int before = PathNumber.asked(context, "before", Integer.MAX_VALUE);
    cache.answer(context, "editions " + before, texts -> Optional.of(list(before, texts)));
  }

  void one(Context context) {
    int number = PathNumber.in(context, "number");
    if (!cache.answer(context, "edition " + number, texts -> one(number, texts))) {
      throw new NotFoundResponse();
    }
  }

  private String list(int before, Texts texts) {
    List<EditionLine> lines = catalogue.editionsBefore(before, PER_PAGE + 1);
    List<EditionLine> shown = lines.subList(0, Math.min(PER_PAGE, lines.size()));
    Map<String, Object> values = new HashMap<>();
    values.put("editions", shown.stream().map(line -> line(line, texts)).toList());
    values.put("total", catalogue.editions());
    boolean first = before == Integer.MAX_VALUE;
    values.put("first", first);
    values.put("query", first ? "" : "before=" + before + "&");
    if (lines.size() > PER_PAGE) {
      values.put("older", shown.get(PER_PAGE - 1).edition().number());
    }
    return pages.render("editions", texts, values);
  }

  private static Map<String, Object> line(EditionLine line, Texts texts) {
    Edition edition = line.edition();
    return Map.of(
        "number", edition.number(),
        "day", texts.dates().full(edition.digestDate()),
        "papers", edition.papers(),
        "lead", line.lead());
  }

  private Optional<String> one(int number, Texts texts) {
    return catalogue.edition(number).map(found -> render(found, texts));
  }

  private String render(Neighbourhood found, Texts texts) {
    Edition edition = found.edition();
    List<Paper> papers =
        archive.papersOf(List.of(edition)).stream()
            .sorted(Comparator.comparingInt((Paper p) -> p.popularity().votes()).reversed())
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("number", edition.number());
    values.put("day", texts.dates().full(edition.digestDate()));
    values.put("count", papers.size());
    values.put("papers", papers.stream().limit(MOST_PAPERS).map(p -> card(p, texts)).toList());
    values.put("more", Math.max(0, papers.size() - MOST_PAPERS));
    if (found.previous() != null) {
      values.put("previous", found.previous());
    }
    if (found.next() != null) {
      values.put("next", found.next());
    }
    return pages.render("edition", texts, values);
  }

  private static Map<String, Object> card(Paper paper, Texts texts) {
    Map<String, Object> card = new HashMap<>(PaperCard.of(paper, texts));
    card.put("abstract", ShortText.cut(paper.abstractText(), ABSTRACT));
    return card;
  }
}
