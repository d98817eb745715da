package dev.paperboy.mail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What replies to different recipients have in common: two of them are in like words if these are
 * equal. Addresses, host names, numbers and everything with a digit in it are left out.
 *
 * @param words the code, and the first words
 */
public record ReplyWording(String words) {

  /** What comes later is often the name of a queue or of a session. */
  private static final int MOST_WORDS = 12;

  private static final int CODE_DIGITS = 3;

  /**
   * @param recipient who was refused; some servers repeat the name without its domain
   */
  public static ReplyWording of(String reply, EmailAddress recipient) {
    String name = ReplyText.of(recipient.local()).words();
    return of(reply, Arrays.asList(name.strip().split(" ")));
  }

  /** The same where nobody knows who was refused. */
  public static ReplyWording of(String reply) {
    return of(reply, List.of());
  }

  private static ReplyWording of(String reply, List<String> left) {
    StatusCode status = StatusCode.firstIn(reply);
    String words =
        Arrays.stream(ReplyText.of(reply).words().strip().split(" "))
            .filter(word -> !left.contains(word))
            .filter(word -> word.chars().noneMatch(Character::isDigit))
            .limit(MOST_WORDS)
            .collect(Collectors.joining(" "));
    String code = status.equals(StatusCode.NONE) ? code(reply) : status.toString();
    return new ReplyWording((code + " " + words).strip());
  }

  private static String code(String reply) {
    String start = reply.substring(0, Math.min(reply.length(), CODE_DIGITS));
    boolean code = start.length() == CODE_DIGITS && start.chars().allMatch(Character::isDigit);
    return code ? start : "";
  }
}
