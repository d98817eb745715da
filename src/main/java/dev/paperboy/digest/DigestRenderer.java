package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.QuotedPrintable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

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
  private final DigestPresenter presenter;

  public DigestRenderer(Templates templates, SenderSettings sender) {
    this.templates = templates;
    this.presenter = new DigestPresenter(sender);
  }

  /**
   * The mail's words.
   *
   * @throws BrokenTemplate if a template has a mistake that only this digest shows
   */
  public RenderedDigest render(Digest digest, Recipient recipient) {
    RenderedDigest whole = render(digest, recipient, 0);
    if (fits(whole)) {
      return whole;
    }
    int tooBig = 0;
    int step = SmallerDigest.steps(digest);
    RenderedDigest best = render(digest, recipient, step);
    while (step - tooBig > 1) {
      int middle = (tooBig + step) >>> 1;
      RenderedDigest tried = render(digest, recipient, middle);
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
   * Reads the templates anew and fills all of them with samples, so that a run can refuse to mail
   * anybody.
   *
   * @throws BrokenTemplate if one has a mistake
   */
  public void check() {
    templates.reload();
    for (Digest sample : SampleDigest.all()) {
      RenderedDigest rendered = render(sample, SampleDigest.reader(), 0);
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

  private RenderedDigest render(Digest digest, Recipient recipient, int step) {
    SmallerDigest smaller = SmallerDigest.of(digest, step);
    DigestView untitled = presenter.view(smaller, recipient);
    String subject = subject(untitled);
    DigestView view = untitled.titled(subject);
    boolean html = recipient.format() == DigestWishes.Format.HTML;
    return new RenderedDigest(
        subject, html ? templates.render(HTML, view) : null, paragraphs(view));
  }

  private String subject(DigestView view) {
    String line = templates.render(SUBJECT, view).replaceAll("\\s+", " ").strip();
    return ShortText.cut(line.isEmpty() ? view.head().headline() : line, LONGEST_SUBJECT);
  }

  /** At most two empty lines between paragraphs, none at the ends, whatever the template leaves. */
  private String paragraphs(DigestView view) {
    String text = templates.render(TEXT, view).replace("\r\n", "\n").strip();
    return text.lines()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"))
            .replaceAll("\n{4,}", "\n\n\n")
        + "\n";
  }

  private static boolean fits(RenderedDigest rendered) {
    String html = rendered.html();
    String largest = html == null ? rendered.text() : html;
    return largest.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && QuotedPrintable.encode(largest).length <= MOST_ENCODED_BYTES;
  }
}
