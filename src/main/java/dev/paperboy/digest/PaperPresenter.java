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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A paper as the templates see it. */
final class PaperPresenter {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_AUTHORS = 3;

  /** An address longer than this is no use in a mail. */
  private static final int LONGEST_URL = 500;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private PaperPresenter() {}

  /**
   * @param abstractLength about how many characters of the abstract
   */
  static DigestView.PaperView of(Digest.Entry entry, int number, int abstractLength) {
    PaperDetails details = entry.paper().details();
    Excerpt excerpt =
        Excerpt.of(
            ShortText.line(details.abstractText()), hits(entry, Field.ABSTRACT), abstractLength);
    return new DigestView.PaperView(
        number,
        heading(entry),
        credits(details, entry.paper().popularity()),
        ReasonWords.of(entry),
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

  private static DigestView.Credits credits(PaperDetails details, Popularity popularity) {
    Organization organization = details.organization();
    LocalDate published = details.published();
    String authors = authors(details.authors());
    String house =
        organization == null
            ? ""
            : ShortText.cut(ShortText.line(organization.name()).strip(), LONGEST_NAME);
    String date = published == null ? "" : DATE.format(published);
    int votes = Math.max(0, popularity.votes());
    int comments = Math.max(0, popularity.comments());
    List<String> known = new ArrayList<>(List.of(authors, house, date));
    known.add(votes == 0 ? "" : Headline.count(votes, "vote", "votes"));
    known.add(comments == 0 ? "" : Headline.count(comments, "comment", "comments"));
    known.removeIf(String::isEmpty);
    return new DigestView.Credits(authors, house, date, votes, comments, known);
  }

  private static String authors(Authors authors) {
    List<String> names =
        authors.names().stream()
            .map(name -> ShortText.cut(ShortText.line(name).strip(), LONGEST_NAME))
            .filter(name -> !name.isEmpty())
            .limit(MOST_AUTHORS)
            .toList();
    if (names.isEmpty()) {
      return authors.count() == 0 ? "" : Headline.count(authors.count(), "author", "authors");
    }
    int others = authors.count() - names.size();
    if (others > 0) {
      return String.join(", ", names) + " and " + others + " more";
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static List<DigestView.Link> links(Links links) {
    List<DigestView.Link> shown = new ArrayList<>();
    String code = web(links.repository());
    if (!code.isEmpty()) {
      shown.add(new DigestView.Link("Code", code));
    }
    String project = web(links.project());
    if (!project.isEmpty()) {
      shown.add(new DigestView.Link("Project page", project));
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
