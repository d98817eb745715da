package dev.paperboy.web;

import dev.paperboy.digest.Digest;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.digest.PlannedDigest.Outcome;
import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.Catalogue.EditionLine;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /feed.atom}: the editions; {@code /feed/{token}.atom}: the papers that one reader's mails
 * had. In the usual language, as feed readers ask for none.
 */
final class FeedPages {

  private static final int EDITIONS = 30;
  private static final int PAPERS = 30;
  private static final int DIGESTS = 20;
  private static final int SUMMARY = 600;

  /** Tag URIs (RFC 4151) begin with a name and a day on which we had it. */
  private static final String SINCE = ",2026:paperboy/";

  private final Pages pages;
  private final LibraryParts library;
  private final PaperArchive archive;
  private final LinkHolders holders;
  private final URI base;
  private final String site;
  private volatile @Nullable Made editions;

  private record Made(ArchiveMark mark, Freshness feed) {}

  FeedPages(Pages pages, WebParts parts, LinkHolders holders) {
    this.pages = pages;
    this.library = parts.library();
    this.archive = parts.archive();
    this.holders = holders;
    this.base = parts.baseUrl();
    this.site = String.valueOf(parts.baseUrl()).replaceFirst("/+$", "");
  }

  void editions(Context context) {
    ArchiveMark mark = library.catalogue().mark();
    Made made = editions;
    if (made == null || !made.mark.equals(mark)) {
      made = new Made(mark, Freshness.of(ofEditions().bytes()));
      editions = made;
    }
    made.feed.answer(context, AtomFeed.TYPE, "public, max-age=600");
  }

  void ofReader(Context context) {
    Optional<Subscriber> reader = holders.of(context, Purpose.FEED);
    if (reader.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    byte[] feed = ofReader(reader.get(), context.pathParam("token")).bytes();
    Freshness.of(feed).answer(context, AtomFeed.TYPE, "private, max-age=600");
  }

  private AtomFeed ofEditions() {
    Texts texts = pages.usualTexts();
    List<EditionLine> lines = library.catalogue().editionsBefore(Integer.MAX_VALUE, EDITIONS);
    Instant updated =
        lines.stream()
            .map(EditionLine::createdAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new AtomFeed(
        id("editions"),
        texts.of("page.feed.editions"),
        "Paperboy",
        updated,
        site + "/feed.atom",
        site + "/editions",
        lines.stream().map(line -> entry(line, texts)).toList());
  }

  private AtomFeed.Entry entry(EditionLine line, Texts texts) {
    int number = line.edition().number();
    List<Paper> papers =
        archive.papersOf(List.of(line.edition())).stream()
            .sorted(Comparator.comparingInt((Paper p) -> p.popularity().votes()).reversed())
            .limit(PAPERS)
            .toList();
    StringBuilder content = new StringBuilder("<ol>");
    papers.forEach(
        paper ->
            content
                .append("<li><a href=\"")
                .append(escaped(site + PaperCard.path(paper)))
                .append("\">")
                .append(escaped(paper.title()))
                .append("</a></li>"));
    LocalDate day = line.edition().digestDate();
    return new AtomFeed.Entry(
        id("edition/" + number),
        texts.of(
            "page.feed.edition",
            Map.of("day", texts.dates().full(day), "count", line.edition().papers())),
        line.createdAt(),
        site + "/editions/" + number,
        line.lead(),
        content.append("</ol>").toString());
  }

  private AtomFeed ofReader(Subscriber reader, String token) {
    Texts texts = pages.usualTexts();
    List<PlannedDigest> planned =
        library.digests().of(reader.id(), DIGESTS).stream()
            .filter(digest -> digest.outcome() == Outcome.QUEUED)
            .toList();
    String view = site + "/reader/" + token;
    List<AtomFeed.Entry> entries = new ArrayList<>();
    for (PlannedDigest each : planned) {
      Digest digest = library.digests().contents(each, archive);
      entries(digest)
          .forEach(entry -> entries.add(entry(entry, reader, each.plannedAt(), view, texts)));
    }
    Instant updated =
        planned.stream()
            .map(PlannedDigest::plannedAt)
            .max(Comparator.naturalOrder())
            .orElse(reader.since());
    return new AtomFeed(
        id("reader/" + reader.id()),
        texts.of("page.feed.reader"),
        "Paperboy",
        updated,
        site + "/feed/" + token + ".atom",
        site + "/",
        entries);
  }

  private static Stream<Entry> entries(Digest digest) {
    return digest.sections().stream().flatMap(section -> section.entries().stream());
  }

  private AtomFeed.Entry entry(
      Entry entry, Subscriber reader, Instant planned, String view, Texts texts) {
    Paper paper = entry.paper();
    List<String> interests = entry.reasons().stream().map(Digest.Reason::interest).toList();
    String why =
        interests.isEmpty()
            ? ""
            : texts.of("page.feed.why", Map.of("interests", texts.listAnd(interests)));
    String summary = ShortText.cut(paper.abstractText(), SUMMARY);
    return new AtomFeed.Entry(
        id("reader/" + reader.id() + "/" + paper.key()),
        paper.title(),
        planned,
        view + PaperCard.path(paper),
        why,
        "<p>" + escaped(why) + "</p><p>" + escaped(summary) + "</p>");
  }

  private String id(String what) {
    return "tag:" + base.getHost() + SINCE + what;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
