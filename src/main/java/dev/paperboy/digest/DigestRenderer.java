package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.BodyText;
import dev.paperboy.mail.OutgoingMail.MailBody;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import dev.paperboy.text.ShortText;

/**
 * Makes the mail's subject, HTML and text from a digest: the same digest gives the same characters.
 * A mail that would be cut off by mail programs is made smaller. May be shared by threads.
 */
public final class DigestRenderer {

  private static final String SUBJECT = "digest.subject.ftl";
  private static final String HTML = "digest.html.ftlh";
  private static final String TEXT = "digest.txt.ftl";

  private static final int LONGEST_SUBJECT = 150;

  /** Gmail cuts a part off at 102 KB as sent; the rest is for headers and for other counting. */
  private static final int MOST_BYTES = 90_000;

  private static final int MOST_ENCODED_BYTES = 100_000;

  private final Templates templates;
  private final SenderSettings sender;
  private final PaperBlocks blocks;

  public DigestRenderer(Templates templates, SenderSettings sender) {
    this.templates = templates;
    this.sender = sender;
    this.blocks = new PaperBlocks(templates);
  }

  /**
   * The mail's words.
   *
   * @throws BrokenTemplate if a template has a mistake that only this digest shows
   */
  public RenderedMail render(Digest digest, Recipient recipient) {
    RenderedMail whole = render(digest, recipient, 0);
    if (fits(whole)) {
      return whole;
    }
    int tooBig = 0;
    int step = SmallerDigest.steps(digest);
    RenderedMail best = render(digest, recipient, step);
    while (step - tooBig > 1) {
      int middle = (tooBig + step) >>> 1;
      RenderedMail tried = render(digest, recipient, middle);
      if (fits(tried)) {
        step = middle;
        best = tried;
      } else {
        tooBig = middle;
      }
    }
    return best;
  }

  /**
   * Reads templates, texts and look anew and fills the digest with samples, so that a run can
   * refuse to mail anybody.
   *
   * @throws BrokenTemplate if one has a mistake
   */
  public void check() {
    templates.reload();
    for (Digest sample : SampleDigest.all()) {
      RenderedMail rendered = render(sample, SampleDigest.reader(), 0);
      if (!fits(rendered)) {
        throw new BrokenTemplate(
            "The template "
                + HTML
                + " makes even a small mail larger than "
                + MOST_BYTES / 1000
                + " KB, and mail programs cut it off.");
      }
    }
  }

  private RenderedMail render(Digest digest, Recipient recipient, int step) {
    SmallerDigest smaller = SmallerDigest.of(digest, step);
    DigestView untitled =
        new DigestPresenter(sender, templates.style().texts(), blocks).view(smaller, recipient);
    String subject = subject(untitled);
    DigestView view = untitled.titled(subject);
    boolean html = recipient.format() == DigestWishes.Format.HTML;
    return new RenderedMail(
        subject,
        new MailBody(templates.plain(TEXT, view), html ? templates.html(HTML, view) : null));
  }

  private String subject(DigestView view) {
    String line = templates.line(SUBJECT, view);
    return ShortText.cut(line.isEmpty() ? view.head().headline() : line, LONGEST_SUBJECT);
  }

  private static boolean fits(RenderedMail rendered) {
    BodyText largest = rendered.body().shown();
    return largest.octets() <= MOST_BYTES && largest.encodedOctets() <= MOST_ENCODED_BYTES;
  }
}
