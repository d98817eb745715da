package dev.paperboy.match;

import java.util.List;

/**
 * What a reader's interests would have found in the papers of some days, and what to make of it.
 * The command line, the web and mail show the same.
 *
 * @param days how many days had a list
 * @param papers how many papers were looked at
 * @param findings one for each interest, in the reader's order
 */
public record Advice(int days, int papers, List<Finding> findings) {

  public Advice {
    findings = List.copyOf(findings);
  }

  /** What to make of an interest. */
  public enum Verdict {
    FINE,
    /** So many papers meet it that it says little about the reader. */
    TOO_WIDE,
    /** No paper meets it. */
    TOO_NARROW
  }

  /**
   * What one interest would have found.
   *
   * @param found the papers that meet it and are not muted, best first
   * @param aDay how many of them there are for each day with a list
   * @param share of all papers looked at, 0 to 1
   * @param nearby terms that find more: the nearest ones the archive has where nothing is found
   */
  public record Finding(
      String interest,
      List<Match> found,
      double aDay,
      double share,
      Verdict verdict,
      List<Nearby> nearby) {

    public Finding {
      found = List.copyOf(found);
      nearby = List.copyOf(nearby);
    }
  }

  /** A term as a reader would write it, and how many of the papers have it. */
  public record Nearby(String term, int papers) {}
}
