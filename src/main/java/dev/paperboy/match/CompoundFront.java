package dev.paperboy.match;

import dev.paperboy.match.TermPart.Traits;
import dev.paperboy.text.Stem;
import java.util.function.Supplier;

/**
 * The words of a compound but its last one. The key of the compound's stem follows from theirs, so
 * that the words need not be joined and stemmed: there is a compound at nearly every word.
 *
 * @param whole the key of the folded words as they are, not stemmed
 * @param letters whether they are all letters
 * @param kept whether the stem of any compound of letters that begins so does, too
 */
record CompoundFront(NGramKey whole, boolean letters, boolean kept) {

  /** The front of a compound that begins with this word. */
  static CompoundFront of(TermPart first) {
    Traits traits = first.traits();
    return new CompoundFront(traits.whole(), traits.letters(), traits.kept());
  }

  CompoundFront then(TermPart next) {
    Traits traits = next.traits();
    return new CompoundFront(
        whole.then(traits.whole()),
        letters && traits.letters(),
        kept && traits.kept() && traits.settled());
  }

  /**
   * The key of the compound's stem.
   *
   * @param joined the whole compound, folded; asked for only where it matters
   */
  NGramKey with(TermPart last, Supplier<String> joined) {
    if (!letters || !last.traits().letters()) {
      return whole.then(last.traits().whole());
    }
    return kept && last.traits().settled()
        ? whole.then(last.key())
        : NGramKey.of(Stem.of(joined.get()));
  }
}
