package dev.paperboy.app;

import dev.paperboy.digest.Digest;
import dev.paperboy.lint.Expected;
import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.lint.Expected.Reader;
import dev.paperboy.lint.Expected.ReaderTokens;
import dev.paperboy.lint.Expected.Sender;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What the linter holds the mails of this installation to.
 *
 * @param signed whether they leave with a DKIM signature
 */
public record MailExpectations(SenderSettings sender, boolean signed) {

  /** Those of the mail that shows this digest; the tokens are its reader's. */
  public Expected ofDigest(OutgoingMail mail, Digest digest, Function<Purpose, String> tokens) {
    Set<String> quoted = new HashSet<>(digest.quoted());
    quoted.add(sender.from().name());
    return of(
        Kind.LIST,
        mail,
        quoted,
        new ReaderTokens(
            tokens.apply(Purpose.UNSUBSCRIBE),
            tokens.apply(Purpose.INTERESTS),
            tag(sender.inbox(), tokens.apply(Purpose.REPLY))));
  }

  /** Those of a notice: whose tokens it carries depends on what it says. */
  public Expected ofNotice(OutgoingMail mail) {
    return of(Kind.UNKNOWN, mail, Set.of(), ReaderTokens.UNKNOWN);
  }

  private Expected of(Kind kind, OutgoingMail mail, Set<String> quoted, ReaderTokens tokens) {
    EmailAddress bounces = mail.envelope().sender();
    return new Expected(
        kind,
        new Sender(
            sender.from().address(),
            sender.inbox().address().domain(),
            sender.from().address().domain(),
            sender.baseUrl(),
            signed),
        new Reader(mail.envelope().recipient(), bounces == null ? "" : bounces.toString(), tokens),
        Set.of(),
        quoted);
  }

  /** What stands after the plus of the address for answers; {@code ""} where it takes no tags. */
  private static String tag(Inbox inbox, String token) {
    String local = inbox.tagged(Use.REPLY, token).local();
    return local.substring(inbox.address().local().length()).replaceFirst("^\\+", "");
  }
}
