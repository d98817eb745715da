package dev.paperboy.match;

import dev.paperboy.interest.Term;
import dev.paperboy.paper.Abbreviation;
import dev.paperboy.paper.Abbreviations;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.paper.Vocabulary;
import java.util.List;
import java.util.Map;

/** Papers and terms for tests, from what matters here: their words. */
final class Papers {

  private Papers() {}

  static Paper paper(String key, String title, String abstractText) {
    PaperDetails details =
        new PaperDetails(null, title, abstractText, Authors.UNKNOWN, null, null, Links.NONE);
    return new Paper(key, details, Popularity.NONE, 1, new Paper.Mentions("a", "a"));
  }

  /** An analyzer that has learned these abbreviations from a hundred papers. */
  static Analyzer knowing(Abbreviation... learned) {
    return new Analyzer(new Vocabulary(100, Map.of(), new Abbreviations(List.of(learned))));
  }

  /** A term as it is written in the interests document. */
  static Term term(String written) {
    if (written.startsWith("=")) {
      return new Term(written.substring(1), Term.Kind.EXACT);
    }
    return written.endsWith("*")
        ? new Term(written.substring(0, written.length() - 1), Term.Kind.PREFIX)
        : new Term(written, Term.Kind.WORDS);
  }
}
