package dev.paperboy.digest;

import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.template.Sender;
import dev.paperboy.template.Texts;
import java.util.ArrayList;
import java.util.List;

/** A digest as the templates see it. */
final class DigestPresenter {

  private static final int ABSTRACT = 400;

  /** One line of a paper that had to give way. */
  private static final int ABSTRACT_LINE = 120;

  private final SenderSettings sender;
  private final Headline headline;
  private final PaperBlocks blocks;

  DigestPresenter(SenderSettings sender, Texts texts, PaperBlocks blocks) {
    this.sender = sender;
    this.headline = new Headline(texts);
    this.blocks = blocks;
  }

  DigestView view(SmallerDigest smaller, Recipient recipient) {
    Digest digest = smaller.digest();
    List<DigestView.Section> sections = new ArrayList<>();
    int number = 1;
    for (Digest.Section section : digest.sections()) {
      if (!section.entries().isEmpty()) {
        List<DigestView.EntryView> papers = papers(section.entries(), smaller, number);
        sections.add(new DigestView.Section(headline.title(section.interest()), papers));
        number += papers.size();
      }
    }
    return new DigestView(
        headline.of(digest),
        headline.day(digest.days()),
        sections,
        papers(digest.trending(), smaller, number),
        Math.max(0, digest.more()),
        footer(recipient));
  }

  private List<DigestView.EntryView> papers(
      List<Digest.Entry> entries, SmallerDigest smaller, int first) {
    List<DigestView.EntryView> papers = new ArrayList<>();
    for (Digest.Entry entry : entries) {
      int length = smaller.isBrief(entry) ? ABSTRACT_LINE : ABSTRACT;
      papers.add(blocks.of(entry, length, first + papers.size()));
    }
    return papers;
  }

  private DigestView.Footer footer(Recipient recipient) {
    Mailbox from = sender.from();
    return new DigestView.Footer(
        recipient.interests().toASCIIString(),
        recipient.unsubscribe().toASCIIString(),
        recipient.view().toASCIIString(),
        recipient.matched().toASCIIString(),
        recipient.address().toString(),
        Sender.of(
            from.name(),
            from.address().toString(),
            sender.postalAddress(),
            sender.baseUrl().toASCIIString()));
  }
}
