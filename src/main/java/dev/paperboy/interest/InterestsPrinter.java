package dev.paperboy.interest;

import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.yaml.YamlText;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes interests documents: the canonical form of values, and the first document of a new
 * subscriber. What it writes, {@link InterestsParser} reads back as the same values.
 */
public final class InterestsPrinter {

  /** What a new subscriber who named nothing begins with. */
  private static final List<String> FIRST_TOPICS = List.of("large language model");

  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final String STARTER =
      """
      # What you look for, one line each; a change counts from your next mail on.
      #   robot learning     these words in any form: robots learning, robot-learning
      #   "=RAG"             exactly this word, capitals and all
      #   "grasp*"           every word that begins so
      interests:
      %s
      # An interest can say more. Remove "# " at the beginning of lines to use them:
      #   - name: Machine unlearning
      #     any: [machine unlearning, "unlearn*"]   # one of these
      #     all: [language model]                   # and every one of these
      #     not: [survey]                           # and none of these
      #     in: title                               # title, abstract or anywhere
      #     min_votes: 5                            # and at least so many votes
      #     boost: 2                                # 0.1 to 10: further up or down
      #   - author: [Yoshua Bengio]                 # by one of these people
      #   - organization: [NVIDIA, Tencent]         # from one of these organizations

      # What you never want to see:
      # mute: [blockchain]

      # How you want the mail; every line may be left out:
      # digest:
      #   every: weekday            # day, weekday or week
      #   on: monday                # the day, with week
      #   at: "07:30"
      #   timezone: Europe/Berlin
      #   papers: 10                # at most so many papers in a mail, 1 to 50
      #   trending: 3               # papers everybody talks about, beside your topics, 0 to 20
      #   quiet_day: skip           # no paper for you: skip, trending, or roll (keep for the next)
      #   format: html              # html or text

      # No mail before this day:
      # pause_until: 2030-01-31
      """;

  /**
   * The document of a new subscriber: the words, and comments that explain what else there is. The
   * words may be anything; those that are no terms are problems when the document is read.
   */
  public String starter(List<String> words) {
    List<String> topics = words.stream().map(String::strip).distinct().toList();
    return STARTER.formatted(
        (topics.isEmpty() ? FIRST_TOPICS : topics)
            .stream()
                .map(topic -> "  - " + YamlText.of(topic) + "\n")
                .collect(Collectors.joining()));
  }

  /** The values as a document that leaves nothing to defaults. */
  public String print(Interests interests) {
    StringBuilder document = new StringBuilder("interests:\n");
    interests.interests().forEach(interest -> document.append(item(interest)));
    if (!interests.mute().isEmpty()) {
      document
          .append("mute: ")
          .append(list(interests.mute().stream().map(Term::toString)))
          .append('\n');
    }
    document.append(digest(interests.digest()));
    if (interests.pauseUntil() != null) {
      document.append("pause_until: ").append(interests.pauseUntil()).append('\n');
    }
    return document.toString();
  }

  private static String item(Interest interest) {
    Criteria criteria = interest.criteria();
    if (criteria.any().size() == 1 && interest.equals(InterestReader.bare(criteria.any().get(0)))) {
      return "  - " + YamlText.of(interest.name()) + "\n";
    }
    StringBuilder item = new StringBuilder("  - name: " + YamlText.of(interest.name()) + "\n");
    appendTerms(item, "any", criteria.any());
    appendTerms(item, "all", criteria.all());
    appendTerms(item, "not", criteria.not());
    appendList(item, "author", criteria.source().authors().stream());
    appendList(item, "organization", criteria.source().organizations().stream());
    if (criteria.in() != Scope.ANYWHERE) {
      item.append("    in: ").append(word(criteria.in())).append('\n');
    }
    if (criteria.votes() != 0) {
      item.append("    min_votes: ").append(criteria.votes()).append('\n');
    }
    if (interest.boost() != 1) {
      item.append("    boost: ").append(number(interest.boost())).append('\n');
    }
    return item.toString();
  }

  private static void appendTerms(StringBuilder item, String key, List<Term> terms) {
    appendList(item, key, terms.stream().map(Term::toString));
  }

  private static void appendList(StringBuilder item, String key, Stream<String> texts) {
    String list = list(texts);
    if (!list.equals("[]")) {
      item.append("    ").append(key).append(": ").append(list).append('\n');
    }
  }

  private static String digest(DigestWishes digest) {
    Rhythm rhythm = digest.rhythm();
    return """
    digest:
      every: %s
      on: %s
      at: "%s"
      timezone: %s
      papers: %d
      trending: %d
      quiet_day: %s
      format: %s
    """
        .formatted(
            word(rhythm.every()),
            word(rhythm.on()),
            TIME.format(rhythm.at()),
            YamlText.of(rhythm.timezone().getId()),
            digest.papers(),
            digest.trending(),
            word(digest.quietDay()),
            word(digest.format()));
  }

  private static String list(Stream<String> texts) {
    return texts.map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /** As documents have it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double boost) {
    return boost == Math.rint(boost) ? Long.toString((long) boost) : Double.toString(boost);
  }
}
