package dev.paperboy.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.template.MailStyle;
import dev.paperboy.template.Shared;
import dev.paperboy.template.Templates;
import java.util.Objects;

/**
 * The papers of digests, each rendered once for all readers whose interests it meets with the same
 * words: most of a mail is shared. Remembers those of late, twice up to some {@value #MOST_OCTETS}
 * octets. Threads may share it.
 */
final class PaperBlocks {

  private static final String HTML = "paper.html.ftlh";
  private static final String TEXT = "paper.txt.ftl";

  private static final long MOST_OCTETS = 16L << 20;

  /** What the words of a block take up in memory, beside their encoding. */
  private static final int TIMES_ENCODED = 4;

  private final Templates templates;

  private final Cache<Key, Block> blocks =
      Caffeine.newBuilder()
          .maximumWeight(MOST_OCTETS)
          .<Key, Block>weigher((key, block) -> octets(block.html()))
          .build();

  /** In the text part a paper begins with its number in the mail, so there are more of them. */
  private final Cache<Key, Shared> texts =
      Caffeine.newBuilder()
          .maximumWeight(MOST_OCTETS)
          .<Key, Shared>weigher((key, text) -> octets(text))
          .build();

  PaperBlocks(Templates templates) {
    this.templates = templates;
  }

  private record Block(DigestView.PaperView paper, Shared html) {}

  /** How a paper is shown; a style that was read anew is another one. */
  private record Key(Digest.Entry entry, int abstractLength, int number, MailStyle style) {

    /** The paper's key says enough; its whole text would have to be read. */
    @Override
    public int hashCode() {
      return Objects.hash(entry.paper().key(), entry.reasons(), abstractLength, number);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && style == key.style
          && abstractLength == key.abstractLength
          && number == key.number
          && entry.equals(key.entry);
    }
  }

  /**
   * The paper as a template sees it.
   *
   * @param abstractLength about how many characters of the abstract
   * @param number its place in the mail
   * @throws dev.paperboy.template.BrokenTemplate if a template has a mistake
   */
  DigestView.EntryView of(Digest.Entry entry, int abstractLength, int number) {
    MailStyle style = templates.style();
    Block block =
        blocks.get(
            new Key(entry, abstractLength, 0, style), key -> block(entry, abstractLength, style));
    Shared text =
        texts.get(new Key(entry, abstractLength, number, style), key -> text(block, number));
    return new DigestView.EntryView(number, block.html, text, block.paper);
  }

  private Block block(Digest.Entry entry, int abstractLength, MailStyle style) {
    DigestView.PaperView paper = new PaperPresenter(style.texts()).of(entry, abstractLength);
    return new Block(
        paper, new Shared(templates.sharedHtml(HTML, new DigestView.PaperModel(0, paper))));
  }

  private Shared text(Block block, int number) {
    return new Shared(templates.sharedPlain(TEXT, new DigestView.PaperModel(number, block.paper)));
  }

  private static int octets(Shared lines) {
    return TIMES_ENCODED * lines.passage().encodedOctets();
  }
}
