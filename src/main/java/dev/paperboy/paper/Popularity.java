package dev.paperboy.paper;

/**
 * How much attention a paper got, as one dump counted it.
 *
 * @param votes up-votes; 0 where the format has none
 * @param comments comments on the list's page
 */
public record Popularity(int votes, int comments) {

  /** Nothing counted. */
  public static final Popularity NONE = new Popularity(0, 0);

  /** The larger of each figure: a later dump raises, it never lowers. */
  public Popularity raisedBy(Popularity other) {
    return new Popularity(Math.max(votes, other.votes), Math.max(comments, other.comments));
  }
}
