package dev.paperboy.web;

import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.match.Highlights;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.template.Texts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A paper as the lists of the archive show it. */
final class PaperCard {

  private static final Set<String> WEB = Set.of("http", "https");
  private static final int NAMES_SHOWN = 3;

  private PaperCard() {}

  /**
   * What the templates use: {@code title}; {@code path} of its page; {@code by}, who wrote it, and
   * {@code attention}, how much it got: lists of short phrases, maybe empty.
   */
  static Map<String, Object> of(Paper paper, Texts texts) {
    return Map.of(
        "title", paper.title(),
        "path", path(paper),
        "by", by(paper, texts),
        "attention", attention(paper, texts));
  }

  /** Whether a browser may be sent there. */
  static boolean isWeb(URI address) {
    return WEB.contains(String.valueOf(address.getScheme()));
  }

  /** The address of the paper's page, below that of all pages. */
  static String path(Paper paper) {
    return "/papers/"
        + Arrays.stream(paper.key().split("/"))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
            .collect(Collectors.joining("/"));
  }

  /** A text's pieces, as {@code cards.marked} shows them. */
  static List<Map<String, Object>> marked(String text, List<Hit> hits) {
    return Highlights.pieces(text, hits).stream()
        .map(piece -> Map.<String, Object>of("text", piece.text(), "marked", piece.marked()))
        .toList();
  }

  /** Why a reader gets the paper, as {@code cards.reasons} shows it. */
  static List<Map<String, String>> reasons(List<Reason> reasons, Paper paper, Texts texts) {
    return reasons.stream().map(reason -> reason(reason, paper, texts)).toList();
  }

  private static Map<String, String> reason(Reason reason, Paper paper, Texts texts) {
    List<String> words =
        reason.hits().stream()
            .map(hit -> hit.wordsOf(paper))
            .filter(word -> !word.isBlank())
            .distinct()
            .map(texts::quoted)
            .toList();
    return Map.of("interest", reason.interest(), "words", words.isEmpty() ? "" : texts.list(words));
  }

  static List<String> attention(Paper paper, Texts texts) {
    List<String> phrases = new ArrayList<>();
    if (paper.popularity().votes() > 0) {
      phrases.add(texts.of("page.paper.votes", Map.of("count", paper.popularity().votes())));
    }
    if (paper.popularity().comments() > 0) {
      phrases.add(texts.of("page.paper.comments", Map.of("count", paper.popularity().comments())));
    }
    return phrases;
  }

  private static List<String> by(Paper paper, Texts texts) {
    List<String> phrases = new ArrayList<>();
    String authors = authors(paper.details().authors(), texts);
    if (!authors.isEmpty()) {
      phrases.add(authors);
    }
    Organization organization = paper.details().organization();
    if (organization != null) {
      phrases.add(organization.name());
    }
    return phrases;
  }

  private static String authors(Authors authors, Texts texts) {
    if (authors.names().isEmpty()) {
      return authors.count() == 0
          ? ""
          : texts.of("page.paper.authors", Map.of("count", authors.count()));
    }
    List<String> shown = authors.names().subList(0, Math.min(NAMES_SHOWN, authors.names().size()));
    int more = authors.count() - shown.size();
    String names = String.join(", ", shown);
    return more <= 0
        ? names
        : texts.of("page.paper.and_more", Map.of("names", names, "count", more));
  }
}
