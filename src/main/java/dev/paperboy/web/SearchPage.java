package dev.paperboy.web;

import dev.paperboy.digest.Excerpt;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import dev.paperboy.search.ArchiveSearch;
import dev.paperboy.search.SearchRequest;
import dev.paperboy.search.SearchRequest.Order;
import dev.paperboy.search.SearchResult;
import dev.paperboy.search.SearchResult.Found;
import dev.paperboy.search.SearchUnavailable;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /search?q=}: papers of the whole archive by their words. */
final class SearchPage {

  private static final int LONGEST_SHOWN = 200;
  private static final int EXCERPT = 320;
  private static final int UNAVAILABLE = 503;

  private final Pages pages;
  private final ArchiveSearch search;

  SearchPage(Pages pages, ArchiveSearch search) {
    this.pages = pages;
    this.search = search;
  }

  void show(Context context) {
    String words = Optional.ofNullable(context.queryParam("q")).orElse("");
    boolean newest = "newest".equals(context.queryParam("order"));
    int page = PathNumber.asked(context, "page", 1);
    SearchRequest request = new SearchRequest(words, newest ? Order.NEWEST : Order.BEST, page);
    Map<String, Object> values = new HashMap<>();
    values.put("words", ShortText.line(ShortText.cut(words, LONGEST_SHOWN)));
    values.put("newest", newest);
    values.put("page", request.page());
    values.put("asked", !words.isBlank());
    try {
      addResult(values, search.find(request), request, pages.texts(context));
      pages.show(context, 200, "search", values);
    } catch (SearchUnavailable e) {
      values.put("ready", false);
      context.header("Retry-After", "30");
      pages.show(context, UNAVAILABLE, "search", values);
    }
  }

  private static void addResult(
      Map<String, Object> values, SearchResult result, SearchRequest request, Texts texts) {
    int last = (result.total() + SearchRequest.PAGE - 1) / SearchRequest.PAGE;
    values.put("ready", true);
    values.put("total", result.total());
    values.put("complete", result.complete());
    values.put("last", Math.min(SearchRequest.LAST_PAGE, Math.max(1, last)));
    values.put("first", (request.page() - 1) * SearchRequest.PAGE + 1);
    values.put("papers", result.found().stream().map(found -> card(found, texts)).toList());
  }

  private static Map<String, Object> card(Found found, Texts texts) {
    Paper paper = found.paper().paper();
    Excerpt excerpt = Excerpt.of(paper.abstractText(), hits(found, Field.ABSTRACT), EXCERPT);
    Map<String, Object> card = new HashMap<>(PaperCard.of(paper, texts));
    card.put("edition", paper.edition());
    card.put("heading", PaperCard.marked(paper.title(), hits(found, Field.TITLE)));
    card.put("excerpt", PaperCard.marked(excerpt.text(), excerpt.hits()));
    return card;
  }

  private static List<Hit> hits(Found found, Field field) {
    return found.hits().stream().filter(hit -> hit.field() == field).toList();
  }
}
