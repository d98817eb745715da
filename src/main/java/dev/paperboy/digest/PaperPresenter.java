package dev.paperboy.digest;

import dev.paperboy.match.Field;
import dev.paperboy.match.Highlights;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paper as the templates see it. */
final class PaperPresenter {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_AUTHORS = 3;

  /** An address longer than this is no use in a mail. */
  private static final int LONGEST_URL = 500;

  private final Texts texts;
  private final ReasonWords reasons;

  PaperPresenter(Texts texts) {
    this.texts = texts;
    this.reasons = new ReasonWords(texts);
  }

  /**
   * @param abstractLength about how many characters of the abstract
   */
  DigestView.PaperView of(Digest.Entry entry, int abstractLength) {
    PaperDetails details = entry.paper().details();
    Excerpt excerpt =
        Excerpt.of(
            ShortText.line(details.abstractText()), hits(entry, Field.ABSTRACT), abstractLength);
    return new DigestView.PaperView(
        heading(entry),
        credits(details, entry.paper().popularity()),
        reasons.of(entry),
        LinkedText.pieces(excerpt.text(), excerpt.hits()),
        links(details.links()));
  }

  private static List<Hit> hits(Digest.Entry entry, Field field) {
    return entry.reasons().stream()
        .flatMap(reason -> reason.hits().stream())
        .filter(hit -> hit.field() == field)
        .toList();
  }

  private static DigestView.Heading heading(Digest.Entry entry) {
    Paper paper = entry.paper();
    String title = ShortText.cut(ShortText.line(paper.title()), LONGEST_TITLE);
    List<DigestView.Piece> pieces =
        Highlights.pieces(title, hits(entry, Field.TITLE)).stream()
            .map(piece -> new DigestView.Piece(piece.text(), piece.marked(), ""))
            .toList();
    return new DigestView.Heading(title, pieces, url(paper.details(), title));
  }

  /** The page, else arXiv, else a search for the title: a title always leads somewhere. */
  private static String url(PaperDetails details, String title) {
    String page = web(details.links().page());
    if (!page.isEmpty()) {
      return page;
    }
    String id = details.arxivId();
    if (id != null && id.matches("[A-Za-z0-9./-]{3,40}")) {
      return "https://arxiv.org/abs/" + id;
    }
    String query = ShortText.cut(title.strip(), 120).replace("…", "");
    return "https://huggingface.co/papers?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private DigestView.Credits credits(PaperDetails details, Popularity popularity) {
    Organization organization = details.organization();
    LocalDate published = details.published();
    String authors = authors(details.authors());
    String house =
        organization == null
            ? ""
            : ShortText.cut(ShortText.line(organization.name()).strip(), LONGEST_NAME);
    String date = published == null ? "" : texts.dates().withYear(published);
    int votes = Math.max(0, popularity.votes());
    int comments = Math.max(0, popularity.comments());
    return new DigestView.Credits(
        authors,
        house,
        date,
        votes,
        comments,
        known(authors, house),
        known(date, counted("paper.votes", votes), counted("paper.comments", comments)));
  }

  private String counted(String key, int count) {
    return count == 0 ? "" : texts.of(key, Map.of("count", count));
  }

  private static List<String> known(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).toList();
  }

  private String authors(Authors authors) {
    List<String> names =
        authors.names().stream()
            .map(name -> ShortText.cut(ShortText.line(name).strip(), LONGEST_NAME))
            .filter(name -> !name.isEmpty())
            .limit(MOST_AUTHORS)
            .toList();
    if (names.isEmpty()) {
      return authors.count() == 0
          ? ""
          : texts.of("paper.authors", Map.of("count", authors.count()));
    }
    int others = authors.count() - names.size();
    if (others > 0) {
      return texts.of("paper.more_authors", Map.of("authors", texts.list(names), "count", others));
    }
    return texts.listAnd(names);
  }

  private List<DigestView.Link> links(Links links) {
    List<DigestView.Link> shown = new ArrayList<>();
    String code = web(links.repository());
    if (!code.isEmpty()) {
      shown.add(new DigestView.Link(texts.of("paper.code"), code));
    }
    String project = web(links.project());
    if (!project.isEmpty()) {
      shown.add(new DigestView.Link(texts.of("paper.project"), project));
    }
    return shown;
  }

  /** The address if it is one of the web; a dump could hold any. */
  private static String web(@Nullable URI uri) {
    if (uri == null || uri.getScheme() == null || uri.getHost() == null) {
      return "";
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String text = uri.toASCIIString();
    boolean good =
        (scheme.equals("http") || scheme.equals("https")) && text.length() <= LONGEST_URL;
    return good ? text : "";
  }
}
