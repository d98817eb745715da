package dev.paperboy.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a refusal means, by all lines of the reply: its code, its enhanced status codes (RFC
 * 3463) wherever they stand, and its words. The same rules hold for the replies of a live dialogue
 * and for what a delivery report (RFC 3464) quotes.
 *
 * <p>In this order, the first that applies:
 *
 * <ol>
 *   <li>Words about us, about a full mailbox, or of a condition that may pass, in the order of
 *       {@link ReplyKind}; whatever the codes say.
 *   <li>Codes about us or the message, of a full mailbox, and any code of a transient failure.
 *   <li>5.1.1, 5.1.3, 5.1.6 and 5.1.10, and 5.2.1 with words of a closed mailbox: a bad address.
 *   <li>Where no code has a meaning of its own and the reply is 550, 551, 553 or 554: words of an
 *       unknown user or a closed mailbox: a bad address.
 *   <li>Anything else fails this mail and proves nothing about the mailbox.
 * </ol>
 */
public final class ReplyClassifier {

  private static final Set<StatusCode> UNKNOWN_USER =
      Set.of(
          new StatusCode(5, 1, 1),
          new StatusCode(5, 1, 3),
          new StatusCode(5, 1, 6),
          new StatusCode(5, 1, 10));

  private static final StatusCode NOT_ACCEPTING = new StatusCode(5, 2, 1);

  /** Too big for the mailbox or the system: another mail may fit. */
  private static final Set<StatusCode> TOO_BIG =
      Set.of(new StatusCode(5, 3, 4), new StatusCode(5, 2, 3));

  /** Exchange: we may not send in the name of this sender. */
  private static final StatusCode SEND_AS_DENIED = new StatusCode(5, 2, 252);

  /** Gmail: the account has sent its share of the day. */
  private static final StatusCode DAILY_LIMIT = new StatusCode(5, 4, 5);

  private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);
  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553, 554);
  private static final int EXCEEDED_STORAGE = 552;

  /** A reply's code where a reply stands in a report. */
  private static final Pattern QUOTED_REPLY =
      Pattern.compile("(?:^|[:;,>(] ?|\\n|reason )([45][0-5]\\d)(?=[ :-]|$)");

  private ReplyClassifier() {}

  /** What a server's refusal in a dialogue means. */
  static Diagnosis of(Reply reply) {
    return new Reading(List.of(reply.code()), StatusCode.allIn(reply.text()), reply.text())
        .diagnosis();
  }

  /**
   * What a delivery report means.
   *
   * @param stated the status that the report states; {@link StatusCode#NONE} without one
   * @param words what the server said, as the report quotes it
   */
  public static Diagnosis ofReport(StatusCode stated, String words) {
    List<StatusCode> statuses = new ArrayList<>(StatusCode.allIn(words));
    statuses.add(0, stated);
    List<Integer> codes = new ArrayList<>();
    for (Matcher reply = QUOTED_REPLY.matcher(words); reply.find(); ) {
      codes.add(Integer.valueOf(reply.group(1)));
    }
    return new Reading(codes, statuses, words).diagnosis();
  }

  /**
   * A refusal, taken apart.
   *
   * @param codes three digits each; none where a report quotes no reply
   */
  private record Reading(List<Integer> codes, List<StatusCode> statuses, ReplyText text) {

    Reading(List<Integer> codes, List<StatusCode> statuses, String text) {
      this(codes, statuses, ReplyWords.SHIPPED.read(text));
    }

    Diagnosis diagnosis() {
      Optional<ReplyKind> kind = bySovereignWords().or(this::byCode);
      if (kind.isPresent()) {
        return new Diagnosis(kind.get().fault(), kind.get().isPassing() || isTransient(), false);
      }
      if (isTransient()) {
        return new Diagnosis(Fault.UNCLEAR, true, false);
      }
      return isBadAddress()
          ? new Diagnosis(Fault.RECIPIENT, false, true)
          : Diagnosis.of(unproven());
    }

    private Optional<ReplyKind> bySovereignWords() {
      return Arrays.stream(ReplyKind.values())
          .filter(ReplyKind::winsOverCodes)
          .filter(this::says)
          .findFirst();
    }

    private Optional<ReplyKind> byCode() {
      if (codes.stream().anyMatch(LOGIN::contains)) {
        return Optional.of(ReplyKind.AUTHENTICATION);
      }
      Optional<ReplyKind> kind = statuses.stream().flatMap(s -> byStatus(s).stream()).findFirst();
      boolean full =
          codes.contains(EXCEEDED_STORAGE) && statuses.stream().allMatch(Reading::isVague);
      return kind.isEmpty() && full ? Optional.of(ReplyKind.FULL) : kind;
    }

    private static Optional<ReplyKind> byStatus(StatusCode status) {
      if (status.isFullMailbox()) {
        return Optional.of(ReplyKind.FULL);
      }
      if (status.isAboutSender()) {
        return Optional.of(status.subject() == 7 ? ReplyKind.POLICY : ReplyKind.SENDER);
      }
      if (status.equals(SEND_AS_DENIED)) {
        return Optional.of(ReplyKind.SENDER);
      }
      if (status.equals(DAILY_LIMIT)) {
        return Optional.of(ReplyKind.SENDING_LIMIT);
      }
      boolean message = status.isPermanent() && (status.subject() == 6 || TOO_BIG.contains(status));
      return message ? Optional.of(ReplyKind.MESSAGE) : Optional.empty();
    }

    private boolean isTransient() {
      return codes.stream().anyMatch(code -> code >= 400 && code < 500)
          || statuses.stream().anyMatch(status -> status.type() == 4);
    }

    private boolean isBadAddress() {
      if (statuses.stream().anyMatch(UNKNOWN_USER::contains)) {
        return true;
      }
      if (statuses.contains(NOT_ACCEPTING)) {
        return says(ReplyKind.DISABLED);
      }
      boolean plain =
          statuses.stream().allMatch(Reading::isVague)
              && (codes.isEmpty() || codes.stream().anyMatch(NO_SUCH_MAILBOX::contains));
      return plain
          && !says(ReplyKind.NO_DOMAIN)
          && (says(ReplyKind.UNKNOWN) || says(ReplyKind.DISABLED));
    }

    /** "Other or undefined": no more than that it failed, at which end or in which protocol. */
    private static boolean isVague(StatusCode status) {
      boolean aboutNobody = status.subject() <= 2 || status.subject() == 5;
      return status.equals(StatusCode.NONE) || (aboutNobody && status.detail() == 0);
    }

    private ReplyKind unproven() {
      boolean domain =
          says(ReplyKind.NO_DOMAIN)
              || statuses.stream()
                  .anyMatch(
                      status ->
                          status.subject() == 4 || (status.subject() == 1 && status.detail() == 2));
      return domain ? ReplyKind.NO_DOMAIN : ReplyKind.UNCLEAR;
    }

    private boolean says(ReplyKind kind) {
      return ReplyWords.SHIPPED.say(kind, text);
    }
  }
}
