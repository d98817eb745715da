package dev.paperboy.digest;

import dev.paperboy.mail.MailHead.Mailbox;
import java.util.ArrayList;
import java.util.List;

/** A digest as the templates see it. */
final class DigestPresenter {

  private static final int ABSTRACT = 400;

  /** One line of a paper that had to give way. */
  private static final int ABSTRACT_LINE = 120;

  private final SenderSettings sender;

  DigestPresenter(SenderSettings sender) {
    this.sender = sender;
  }

  DigestView view(SmallerDigest smaller, Recipient recipient) {
    Digest digest = smaller.digest();
    List<DigestView.Section> sections = new ArrayList<>();
    int number = 1;
    for (Digest.Section section : digest.sections()) {
      if (!section.entries().isEmpty()) {
        List<DigestView.PaperView> papers = papers(section.entries(), smaller, number);
        sections.add(new DigestView.Section(Headline.title(section.interest()), papers));
        number += papers.size();
      }
    }
    return new DigestView(
        Headline.of(digest),
        Headline.day(digest.date()),
        sections,
        papers(digest.trending(), smaller, number),
        Math.max(0, digest.more()),
        footer(recipient));
  }

  private static List<DigestView.PaperView> papers(
      List<Digest.Entry> entries, SmallerDigest smaller, int first) {
    List<DigestView.PaperView> papers = new ArrayList<>();
    for (Digest.Entry entry : entries) {
      int length = smaller.isBrief(entry) ? ABSTRACT_LINE : ABSTRACT;
      papers.add(PaperPresenter.of(entry, first + papers.size(), length));
    }
    return papers;
  }

  private DigestView.Footer footer(Recipient recipient) {
    Mailbox from = sender.from();
    return new DigestView.Footer(
        recipient.interests().toASCIIString(),
        recipient.unsubscribe().toASCIIString(),
        recipient.address().toString(),
        new DigestView.Sender(
            from.name().isBlank() ? "Paperboy" : ShortText.line(from.name()).strip(),
            from.address().toString(),
            ShortText.line(sender.postalAddress()).strip(),
            sender.baseUrl().toASCIIString()));
  }
}
