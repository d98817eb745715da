package dev.paperboy.notice;

import dev.paperboy.match.Advice;
import dev.paperboy.match.Advice.Verdict;
import dev.paperboy.yaml.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mail that is no digest has to say. */
public sealed interface Notice {

  /** The kinds there are; each has its templates. */
  enum Kind {
    CONFIRM,
    WELCOME,
    INTERESTS,
    CHANGES,
    GOODBYE,
    ALERT,
    ANSWER;

    /** The word that files, options and keys of texts begin with. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which of them it is. */
  Kind kind();

  /**
   * Asks whether the subscription is wanted.
   *
   * @param page where a button confirms
   * @param validFor whole hours
   * @param signup what is confirmed
   * @param unread interests were written, and could not be read
   */
  record Confirm(URI page, Duration validFor, Signup signup, boolean unread) implements Notice {
    @Override
    public Kind kind() {
      return Kind.CONFIRM;
    }
  }

  /**
   * Says what happens next.
   *
   * @param firstDigest in the reader's time zone
   * @param interests their names, in the reader's order
   * @param page where the interests are changed
   * @param unsubscribe where the reader leaves
   */
  record Welcome(ZonedDateTime firstDigest, List<String> interests, URI page, URI unsubscribe)
      implements Notice {
    public Welcome {
      interests = List.copyOf(interests);
    }

    @Override
    public Kind kind() {
      return Kind.WELCOME;
    }
  }

  /**
   * Hands out the interests to be edited.
   *
   * @param document as the reader wrote it
   */
  record InterestsDocument(String document, URI page) implements Notice {
    @Override
    public Kind kind() {
      return Kind.INTERESTS;
    }
  }

  /**
   * Answers a change.
   *
   * @param difference what is not as it was; nothing where there are problems
   * @param problems why nothing was changed
   * @param repaired whether signs that a mail program had put in were taken out
   * @param lately what the interests would have found; null if it was not tried
   * @param undo takes the change back; null if there is nothing to take back
   */
  record Changes(
      Difference difference,
      List<Problem> problems,
      boolean repaired,
      @Nullable Lately lately,
      @Nullable URI undo,
      URI page)
      implements Notice {
    public Changes {
      problems = List.copyOf(problems);
    }

    @Override
    public Kind kind() {
      return Kind.CHANGES;
    }
  }

  /** What interests would have found on the last days that had a list. */
  record Lately(int days, List<Found> findings) {
    public Lately {
      findings = List.copyOf(findings);
    }

    /** The same as the command line and the web show. */
    public static Lately of(Advice advice) {
      return new Lately(advice.days(), advice.findings().stream().map(Found::of).toList());
    }
  }

  /**
   * What one interest would have found.
   *
   * @param nearby terms that find more
   * @param examples titles of the best papers
   */
  record Found(
      String interest, int papers, Verdict verdict, List<String> nearby, List<String> examples) {

    private static final int MOST_EXAMPLES = 2;

    public Found {
      nearby = List.copyOf(nearby);
      examples = List.copyOf(examples);
    }

    private static Found of(Advice.Finding finding) {
      return new Found(
          finding.interest(),
          finding.found().size(),
          finding.verdict(),
          finding.nearby().stream().map(Advice.Nearby::term).toList(),
          finding.found().stream()
              .limit(MOST_EXAMPLES)
              .map(match -> match.paper().details().title())
              .toList());
    }
  }

  /** Interests and other wishes by name or key, as they are to be shown. */
  record Difference(List<String> added, List<String> removed, List<String> changed) {
    public Difference {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
  }

  /**
   * Says that it is over.
   *
   * @param comeBack the page that begins it again
   */
  record Goodbye(URI comeBack) implements Notice {
    @Override
    public Kind kind() {
      return Kind.GOODBYE;
    }
  }

  /**
   * Warns the operator.
   *
   * @param what what is wrong, in a few words
   * @param done what Paperboy did about it, a sentence
   * @param advice what the operator can do, a sentence
   */
  record Alert(String what, ZonedDateTime since, String done, String advice) implements Notice {
    @Override
    public Kind kind() {
      return Kind.ALERT;
    }
  }

  /**
   * Answers a wish that came by mail.
   *
   * @param topic what it is about: the sentences are those of {@code answer.TOPIC}
   * @param day a day that the sentences name; {@code ""} where they name none
   * @param items lines to show one below the other
   * @param document text to show as it is; {@code ""} for none
   * @param link where the answer is yes, where the reader leaves if the mail was not understood,
   *     else where the interests are changed; null: nowhere
   */
  record Answer(Topic topic, String day, List<String> items, String document, @Nullable URI link)
      implements Notice {
    public Answer {
      items = List.copyOf(items);
    }

    @Override
    public Kind kind() {
      return Kind.ANSWER;
    }
  }

  /** What an answer is about. */
  enum Topic {
    HELP,
    /** Nobody knows what was meant. */
    UNKNOWN,
    /** Who is not on the list can only join it. */
    STRANGER,
    PAUSED,
    PAUSED_UNTIL,
    /** The day of a pause cannot be read, or is over. */
    NO_DAY,
    RESUMED,
    WHY,
    EXPORT,
    /** The answer to a question was neither yes nor no. */
    UNCONFIRMED,
    /** Whether a wish is the reader's own has to be asked. */
    REQUEST;

    /** Whether it says that a mail was not understood: the reader may have wanted to leave. */
    public boolean notUnderstood() {
      return this == UNKNOWN || this == NO_DAY;
    }

    /** The word that its sentences and its limits go by. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
