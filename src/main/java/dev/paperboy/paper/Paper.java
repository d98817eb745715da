package dev.paperboy.paper;

/**
 * One work, as the archive knows it after all its listings.
 *
 * @param key identifies the paper for ever: its arXiv id if the first listing had one, else {@code
 *     t-} and a hash of its title
 * @param details merged over all listings: the first to say a thing counts
 * @param popularity the highest figures any listing gave
 * @param edition the number of the one edition the paper belongs to
 * @param mentions the dumps that listed it
 */
public record Paper(
    String key, PaperDetails details, Popularity popularity, int edition, Mentions mentions) {

  /**
   * The dumps that listed a paper.
   *
   * @param first name of the first dump that came in with it
   * @param last name of the latest one
   */
  public record Mentions(String first, String last) {}

  /** The title, clean, one line. */
  public String title() {
    return details.title();
  }

  /** The abstract, clean, one line; empty where no dump had one. */
  public String abstractText() {
    return details.abstractText();
  }
}
