package dev.paperboy.notice;

import dev.paperboy.yaml.Problem;
import java.time.Duration;
import java.util.List;

/**
 * What came of asking for a subscription. It says nothing of whether the address is known: what
 * there is to say about that goes to the address.
 */
public sealed interface Asked {

  /** Whoever reads mail to the address finds out how it goes on. */
  record Done() implements Asked {}

  /** The interests have problems; nothing was changed and no mail is sent. */
  record Rejected(List<Problem> problems) implements Asked {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * More sign-ups came in than the configuration allows; nothing was changed and no mail is sent.
   *
   * @param retryAfter how long until one is allowed again
   */
  record TooMany(Duration retryAfter) implements Asked {}
}
