package dev.paperboy.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.Catalogue;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages that are the same for everybody until the archive changes: rendered once for each language.
 * Threads may share it.
 */
final class PageCache {

  /** What a cache on the way may do: ask again soon, for a paper gets votes during the day. */
  static final String CACHING = "public, max-age=60";

  private static final int MOST_BYTES = 32 << 20;

  private final Pages pages;
  private final Catalogue catalogue;
  private final Cache<Key, Freshness> rendered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Freshness page) -> page.body().length + 300)
          .build();

  private record Key(String page, String language, ArchiveMark mark) {}

  PageCache(Pages pages, Catalogue catalogue) {
    this.pages = pages;
    this.catalogue = catalogue;
  }

  /**
   * Answers with the page of this name.
   *
   * @param render makes it; empty if there is no such page
   * @return false if there is none, and nothing was answered
   */
  boolean answer(Context context, String name, Function<Texts, Optional<String>> render) {
    Texts texts = pages.texts(context);
    Key key = new Key(name, texts.language().code(), catalogue.mark());
    Freshness page = rendered.getIfPresent(key);
    if (page == null) {
      Optional<String> made = render.apply(texts);
      if (made.isEmpty()) {
        return false;
      }
      page = Freshness.of(made.get().getBytes(StandardCharsets.UTF_8));
      rendered.put(key, page);
    }
    context.header("Vary", "Accept-Language");
    page.answer(context, Pages.HTML, CACHING);
    return true;
  }
}
