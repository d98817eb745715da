package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells mails that no person wrote, or that went to many: they get no answer, whatever they say, so
 * that no two machines ever write to each other (RFC 3834 section 2, RFC 5230 section 4.6). The
 * marks and subjects are those of {@code phrases.tsv}.
 *
 * @param own our own addresses
 */
record Robots(Set<EmailAddress> own) {

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?iu)(?:^|[-_.+])(?:mailer[-_.]?daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply"
              + "|listserv|majordomo|bounces?|owner|request|root|www-data|cron)(?=$|[-_.+])");

  /** Whether nobody is to be answered. */
  boolean wrote(InboundMail mail, Optional<EmailAddress> author) {
    return mail.fromMachine()
        || mail.automaticAnswer()
        || mail.looksReturned()
        || mail.isMarkedAutomatic()
        || author.filter(this::isNobody).isPresent();
  }

  private boolean isNobody(EmailAddress author) {
    return own.stream().anyMatch(address -> address.key().equals(author.key()))
        || NOBODY.matcher(author.local()).find();
  }
}
