package dev.paperboy.web;

import dev.paperboy.digest.Digest;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digests;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.paper.Catalogue.Mention;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.NumberedPaper;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /papers/{key}}: all about a paper; {@code /reader/{token}/papers/{key}}: the same for one
 * reader, with the reasons why their mail had it.
 */
final class PaperPage {

  private static final int NAMES_SHOWN = 100;

  private final Pages pages;
  private final PageCache cache;
  private final LibraryParts library;
  private final PaperArchive archive;
  private final LinkHolders holders;

  PaperPage(Pages pages, PageCache cache, WebParts parts, LinkHolders holders) {
    this.pages = pages;
    this.cache = cache;
    this.library = parts.library();
    this.archive = parts.archive();
    this.holders = holders;
  }

  void show(Context context) {
    String key = context.pathParam("key");
    boolean found =
        cache.answer(
            context,
            "paper " + key,
            texts -> library.catalogue().paper(key).map(p -> render(p, List.of(), true, texts)));
    if (!found) {
      throw new NotFoundResponse();
    }
  }

  void showToReader(Context context) {
    Optional<Subscriber> reader = holders.of(context, Purpose.FEED);
    Optional<NumberedPaper> paper = library.catalogue().paper(context.pathParam("key"));
    if (reader.isEmpty() || paper.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    Texts texts = pages.texts(context);
    List<Map<String, String>> reasons = reasons(reader.get(), paper.get().paper(), texts);
    context
        .contentType(Pages.HTML)
        .header("Vary", "Accept-Language")
        .result(render(paper.get(), reasons, false, texts));
  }

  private List<Map<String, String>> reasons(Subscriber reader, Paper paper, Texts texts) {
    Digests digests = library.digests();
    Optional<PlannedDigest> planned = digests.covering(reader.id(), paper.edition());
    return planned
        .map(each -> entries(digests.contents(each, archive)))
        .orElse(Stream.of())
        .filter(entry -> entry.paper().key().equals(paper.key()))
        .flatMap(entry -> PaperCard.reasons(entry.reasons(), paper, texts).stream())
        .toList();
  }

  private static Stream<Entry> entries(Digest digest) {
    return digest.sections().stream().flatMap(section -> section.entries().stream());
  }

  private String render(
      NumberedPaper numbered, List<Map<String, String>> reasons, boolean open, Texts texts) {
    Paper paper = numbered.paper();
    List<String> names = paper.details().authors().names();
    Map<String, Object> values = new HashMap<>(PaperCard.of(paper, texts));
    values.put("open", open);
    values.put("authors", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    values.put("more", Math.max(0, paper.details().authors().count() - NAMES_SHOWN));
    values.put("unnamed", names.isEmpty());
    values.put("abstract", paper.abstractText());
    values.put("edition", paper.edition());
    values.put("reasons", reasons);
    values.put("links", links(paper.details().links(), texts));
    values.put("mentions", mentions(library.catalogue().mentions(numbered.id()), texts));
    Organization organization = paper.details().organization();
    if (organization != null) {
      values.put("organization", organization.name());
    }
    if (paper.details().published() != null) {
      values.put("published", texts.dates().withYear(paper.details().published()));
    }
    return pages.render("paper", texts, values);
  }

  private static List<Map<String, Object>> mentions(List<Mention> mentions, Texts texts) {
    int most = mentions.stream().mapToInt(mention -> mention.popularity().votes()).max().orElse(0);
    return mentions.stream()
        .map(
            mention ->
                Map.<String, Object>of(
                    "day", texts.dates().withYear(mention.day()),
                    "place", mention.position(),
                    "votes", mention.popularity().votes(),
                    "comments", mention.popularity().comments(),
                    "most", Math.max(1, most)))
        .toList();
  }

  private static List<Map<String, String>> links(Links links, Texts texts) {
    List<Map<String, String>> shown = new ArrayList<>();
    add(shown, links.page(), texts.of("page.paper.page"));
    add(shown, links.repository(), texts.of("page.paper.code"));
    add(shown, links.project(), texts.of("page.paper.project"));
    return shown;
  }

  private static void add(List<Map<String, String>> links, @Nullable URI uri, String label) {
    if (uri != null && PaperCard.isWeb(uri)) {
      links.add(Map.of("url", uri.toString(), "label", label));
    }
  }
}
