package dev.paperboy.web;

import dev.paperboy.digest.Digest;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.digest.Postmark;
import dev.paperboy.mail.OutgoingMail.MailBody;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.template.BrokenTemplate;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /reader/{token}/mail/{edition}}: the mail that brought this edition, as it was sent: made
 * again from what is stored of it.
 */
final class MailViewPage {

  private final Pages pages;
  private final LibraryParts library;
  private final PaperArchive archive;
  private final LinkHolders holders;

  MailViewPage(Pages pages, WebParts parts, LinkHolders holders) {
    this.pages = pages;
    this.library = parts.library();
    this.archive = parts.archive();
    this.holders = holders;
  }

  void show(Context context) {
    Optional<SentMail> mail = SentMail.of(context, holders, library.digests());
    if (mail.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    MailHtml.answer(context, body(mail.get().reader(), mail.get().planned()));
  }

  /** A template that is broken now is the operator's to mend: as any other failure. */
  private MailBody body(Subscriber reader, PlannedDigest planned) {
    try {
      Digest digest = library.digests().contents(planned, archive);
      Postmark mark = new Postmark(0, "<not-sent@localhost>", planned.plannedAt());
      return library.mails().mail(reader, digest, mark).body();
    } catch (BrokenTemplate e) {
      throw new IllegalStateException("the mail cannot be shown: " + e.getMessage(), e);
    }
  }
}
