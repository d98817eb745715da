package dev.paperboy.notice;

import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.yaml.Problem;
import java.util.List;

/** What came of a change of interests by a page, or of taking one back. */
public sealed interface Saved {

  /**
   * It is done.
   *
   * @param subscriber as they are now
   * @param difference what the document says differently now; nothing where only comments changed
   * @param undo the token that takes the change back; {@code ""} where nothing was changed
   */
  record Done(Subscriber subscriber, Difference difference, String undo) implements Saved {}

  /** The document has problems; nothing was changed. */
  record Rejected(List<Problem> problems) implements Saved {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing to take back: not this reader's token, too late, or taken back before. */
  record Nothing() implements Saved {}
}
