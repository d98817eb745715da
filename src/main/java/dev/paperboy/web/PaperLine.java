package dev.paperboy.web;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A paper as a page shows it in a list: its title, and two short lines below. */
final class PaperLine {

  private static final Set<String> WEB = Set.of("http", "https");
  private static final int NAMES_SHOWN = 3;

  private PaperLine() {}

  /**
   * What the template uses: {@code title}; {@code link} where there is one; {@code by}, who wrote
   * it, and {@code attention}, how much it got: lists of short phrases, maybe empty.
   */
  static Map<String, Object> of(Paper paper) {
    Map<String, Object> line = new HashMap<>();
    line.put("title", paper.title());
    URI page = paper.details().links().page();
    if (page != null && isWeb(page)) {
      line.put("link", page.toString());
    }
    line.put("by", by(paper));
    line.put("attention", attention(paper));
    return line;
  }

  /** Whether a browser may be sent there. */
  static boolean isWeb(URI address) {
    return WEB.contains(String.valueOf(address.getScheme()));
  }

  private static List<String> by(Paper paper) {
    List<String> phrases = new ArrayList<>();
    String authors = authors(paper.details().authors());
    if (!authors.isEmpty()) {
      phrases.add(authors);
    }
    Organization organization = paper.details().organization();
    if (organization != null) {
      phrases.add(organization.name());
    }
    return phrases;
  }

  private static String authors(Authors authors) {
    if (authors.names().isEmpty()) {
      return authors.count() == 0 ? "" : counted(authors.count(), "author");
    }
    List<String> shown = authors.names().subList(0, Math.min(NAMES_SHOWN, authors.names().size()));
    int more = authors.count() - shown.size();
    return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
  }

  private static List<String> attention(Paper paper) {
    List<String> phrases = new ArrayList<>();
    if (paper.popularity().votes() > 0) {
      phrases.add(counted(paper.popularity().votes(), "vote"));
    }
    if (paper.popularity().comments() > 0) {
      phrases.add(counted(paper.popularity().comments(), "comment"));
    }
    return phrases;
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
