package dev.paperboy.subscriber;

import dev.paperboy.yaml.Problem;
import java.util.List;

/** What came of a request to the {@link Registrar}. */
public sealed interface Change {

  /** It is done; the subscriber as they are now. */
  record Done(Subscriber subscriber) implements Change {}

  /** The interests document has problems; nothing was changed. */
  record Rejected(List<Problem> problems) implements Change {}

  /** The address is taken; nothing was changed. */
  record AlreadyThere(Subscriber subscriber) implements Change {}
}
