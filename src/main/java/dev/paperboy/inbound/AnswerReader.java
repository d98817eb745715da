package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import dev.paperboy.mail.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the answer to a question of ours. It is yes only if all that its author wrote is a yes of
 * {@link AnswerWords}, with a greeting before it and a closing with a name after it at most, or if
 * they wrote nothing at all ({@link EmptyAnswer}).
 */
final class AnswerReader {

  /** What was answered. */
  enum Answer {
    YES,
    NO,
    NEITHER
  }

  private static final int MOST_NAMES = 4;

  private static final Pattern REPLY =
      Pattern.compile(
          "(?iu)^((re|ré|aw|antw|antwort|sv|vs|ref|rif|r|res|odp|ynt|atb|vá|ve|回复|答复|回覆|返信)"
              + "\\s*+(\\[\\d{1,3}])?\\s*+[:：]\\s*+)++");

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]{0,30}"
              + "( (\\p{Lu}[\\p{L}.'’-]{0,30}|of|von|van|de|der|di|da|la|du|and|und)){0,4},?");

  private final Set<EmailAddress> own;

  /**
   * @param own the addresses of ours that a quotation of our mail names
   */
  AnswerReader(Set<EmailAddress> own) {
    this.own = own;
  }

  Answer read(Letter letter) {
    List<String> lines =
        letter.words().own().stream().dropWhile(CommandReader::isGreeting).toList();
    if (lines.isEmpty()) {
      return EmptyAnswer.is(letter.mail(), own) ? subject(letter.mail()) : Answer.NEITHER;
    }
    if (AnswerWords.isNo(lines.get(0))) {
      return Answer.NO;
    }
    List<String> below = lines.stream().dropWhile(AnswerWords::isYes).toList();
    return below.size() < lines.size() && isSignature(below) ? Answer.YES : Answer.NEITHER;
  }

  /** Nothing stands below it: the subject may be the answer, or that of our mail. */
  private static Answer subject(InboundMail mail) {
    String subject = mail.subject();
    String bare = REPLY.matcher(subject).replaceFirst("");
    if (AnswerWords.isNo(bare)) {
      return Answer.NO;
    }
    boolean asksForMore =
        CommandReader.read(bare).filter(command -> command.verb() != Verb.CONFIRM).isPresent();
    boolean replies = !bare.equals(subject) && !asksForMore;
    return subject.isEmpty() || replies || AnswerWords.isYes(bare) ? Answer.YES : Answer.NEITHER;
  }

  /** A closing and a name. */
  private static boolean isSignature(List<String> lines) {
    if (lines.isEmpty()) {
      return true;
    }
    String first = lines.get(0);
    int comma = first.indexOf(',');
    boolean named =
        comma > 0
            && AnswerWords.isClosing(first.substring(0, comma))
            && isName(first.substring(comma + 1).strip());
    List<String> names = lines.subList(1, lines.size());
    return (named || AnswerWords.isClosing(first))
        && names.size() <= MOST_NAMES
        && names.stream().allMatch(AnswerReader::isName);
  }

  private static boolean isName(String line) {
    return line.isEmpty()
        || (NAME.matcher(line).matches()
            && !AnswerWords.isNo(line)
            && CommandReader.read(line).isEmpty());
  }
}
