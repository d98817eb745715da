package dev.paperboy.notice;

import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.yaml.Problem;
import java.util.List;

/** What came of a change of interests, or of taking one back. */
public sealed interface Changed {

  /** It is done; the subscriber as they are now. */
  record Done(Subscriber subscriber) implements Changed {}

  /** The document says the same as the old one; it was kept, comments and all. */
  record Same(Subscriber subscriber) implements Changed {}

  /** The document has problems; nothing was changed. */
  record Rejected(List<Problem> problems) implements Changed {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing to take back: no such token, too late, or taken back before. */
  record Nothing() implements Changed {}
}
