package dev.paperboy.lint;

import dev.paperboy.mail.EmailAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a mail knows and its bytes do not tell. Every part may be unknown (null or
 * empty); a rule that needs it is then silent, or judges the form alone.
 *
 * @param strangers addresses and tokens of other subscribers, which must not occur
 * @param quoted what others wrote and the mail shows, such as titles and names of interests: it may
 *     look like a tag or like a piece of a template
 */
public record Expected(
    Kind kind, Sender sender, Reader reader, Set<String> strangers, Set<String> quoted) {

  public Expected {
    strangers = Set.copyOf(strangers);
    quoted = Set.copyOf(quoted);
  }

  public Expected(Kind kind, Sender sender, Reader reader, Set<String> strangers) {
    this(kind, sender, reader, strangers, Set.of());
  }

  /** The same with these addresses and tokens of others. */
  public Expected withStrangers(Set<String> others) {
    return new Expected(kind, sender, reader, others, quoted);
  }

  /** Whether this stands in what is quoted; headings of the text show it in capitals. */
  boolean quotes(String piece) {
    return quoted.stream()
        .anyMatch(text -> text.contains(piece) || text.toUpperCase(Locale.ROOT).contains(piece));
  }

  /** What kind of mail it is. */
  public enum Kind {
    /** Told by the mail's headers, where they tell. */
    UNKNOWN,
    /** A digest: one mail of a mailing list. */
    LIST,
    /** An answer or a confirmation: to one person, about what this person did. */
    ANSWER
  }

  /**
   * The installation that sends.
   *
   * @param bounceDomain where bounces go
   * @param idDomain the right-hand side of Message-IDs
   * @param baseUrl where the pages behind the links are, without slash at the end
   * @param signed whether its mails are signed with DKIM
   */
  public record Sender(
      @Nullable EmailAddress from,
      @Nullable String bounceDomain,
      @Nullable String idDomain,
      @Nullable URI baseUrl,
      boolean signed) {

    public static final Sender UNKNOWN = new Sender(null, null, null, null, false);
  }

  /**
   * The one who receives.
   *
   * @param recipient RCPT TO of the envelope
   * @param envelopeSender MAIL FROM of the envelope; {@code ""} is the empty one
   */
  public record Reader(
      @Nullable EmailAddress recipient, @Nullable String envelopeSender, ReaderTokens tokens) {

    public static final Reader UNKNOWN = new Reader(null, null, ReaderTokens.UNKNOWN);
  }

  /**
   * The tokens in the links of this reader, and in the address for replies.
   *
   * @param reply all that stands after the plus; {@code ""} where the mailbox takes no tags
   */
  public record ReaderTokens(
      @Nullable String unsubscribe, @Nullable String interests, @Nullable String reply) {

    public static final ReaderTokens UNKNOWN = new ReaderTokens(null, null, null);
  }

  /** For a mail of which nothing is known but its bytes. */
  public static Expected nothing() {
    return new Expected(Kind.UNKNOWN, Sender.UNKNOWN, Reader.UNKNOWN, Set.of());
  }
}
