package dev.paperboy.search;

import dev.paperboy.interest.Term;
import dev.paperboy.match.TermWord;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.FunctionWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which papers may write the words of a term in a row: neighbours written as one, and a
 * word written apart, if the papers have its parts.
 */
final class Spellings {

  /** No more ways than this; the plain one comes first, those that change least next. */
  static final int MOST = 16;

  private static final int MOST_CHANGES = 2;

  /** Longer words are not looked for in parts. */
  private static final int LONGEST_APART = 40;

  private final Term.Kind kind;
  private final List<TermWord> words;
  private final Dictionary dictionary;
  private final List<List<Slot>> ways = new ArrayList<>();

  /**
   * What stands at one position.
   *
   * @param tokens any of these; a single one that begins so if {@code prefix}
   * @param joins whether it must be readable as one with the position before it
   */
  record Slot(List<String> tokens, boolean prefix, boolean joins) {

    static Slot of(String... tokens) {
      return new Slot(List.of(tokens), false, false);
    }

    private Slot joining() {
      return new Slot(tokens, prefix, true);
    }
  }

  private Spellings(Term.Kind kind, List<TermWord> words, Dictionary dictionary) {
    this.kind = kind;
    this.words = words;
    this.dictionary = dictionary;
  }

  /** Each way as what stands at its positions. */
  static List<List<Slot>> of(Term.Kind kind, List<TermWord> words, Dictionary dictionary) {
    Spellings spellings = new Spellings(kind, words, dictionary);
    for (int changes = 0; changes <= MOST_CHANGES; changes++) {
      spellings.extend(List.of(), 0, changes);
    }
    return spellings.ways;
  }

  /** Goes on at this word, with exactly so many words still to be written another way. */
  private void extend(List<Slot> before, int index, int changes) {
    if (ways.size() >= MOST) {
      return;
    }
    if (index == words.size()) {
      if (changes == 0) {
        ways.add(before);
      }
      return;
    }
    extend(with(before, List.of(plain(index))), index + 1, changes);
    if (changes == 0 || kind == Term.Kind.EXACT) {
      return;
    }
    for (int last = index + 1; last < index + Compounds.MOST_PARTS && joins(last); last++) {
      extend(with(before, List.of(joined(index, last))), last + 1, changes - 1);
    }
    if (words.get(index).written().isEmpty()) {
      for (List<Slot> apart : apart(index)) {
        extend(with(before, apart), index + 1, changes - 1);
      }
    }
  }

  private Slot plain(int index) {
    TermWord word = words.get(index);
    if (!word.written().isEmpty()) {
      return Slot.of(WordTokens.written(word.written()), WordTokens.written(word.written() + "s"));
    }
    return isPrefix(index)
        ? new Slot(List.of(WordTokens.folded(folded(index))), true, false)
        : Slot.of(WordTokens.stem(folded(index)));
  }

  private Slot joined(int first, int last) {
    StringBuilder joined = new StringBuilder();
    for (int index = first; index <= last; index++) {
      joined.append(folded(index));
    }
    return isPrefix(last)
        ? new Slot(List.of(WordTokens.folded(joined.toString())), true, false)
        : Slot.of(WordTokens.stem(joined.toString()));
  }

  /** The word in two parts or three, where the papers have all parts but the last. */
  private List<List<Slot>> apart(int index) {
    List<List<Slot>> ways = new ArrayList<>();
    String word = folded(index);
    if (word.length() > LONGEST_APART) {
      return ways;
    }
    for (int end = 1; end < word.length(); end++) {
      Slot head = head(word, 0, end);
      if (has(head)) {
        add(ways, List.of(head, last(word, end, index).joining()));
        for (int second = end + 1; second < word.length(); second++) {
          Slot middle = head(word, end, second);
          if (has(middle)) {
            add(ways, List.of(head, middle.joining(), last(word, second, index).joining()));
          }
        }
      }
    }
    return ways;
  }

  private void add(List<List<Slot>> ways, List<Slot> way) {
    Slot last = way.get(way.size() - 1);
    if (last.prefix() || has(last)) {
      ways.add(way);
    }
  }

  private static Slot head(String word, int from, int to) {
    return Slot.of(WordTokens.folded(word.substring(from, to)));
  }

  private Slot last(String word, int from, int index) {
    String rest = word.substring(from);
    return isPrefix(index)
        ? new Slot(List.of(WordTokens.folded(rest)), true, false)
        : Slot.of(WordTokens.stem(rest), WordTokens.folded(rest));
  }

  private boolean has(Slot slot) {
    return slot.tokens().stream().anyMatch(dictionary::has);
  }

  private boolean isPrefix(int index) {
    return kind == Term.Kind.PREFIX && index == words.size() - 1;
  }

  private String folded(int index) {
    return words.get(index).word().folded();
  }

  /** Whether the word may be read as one with the word before it. */
  private boolean joins(int index) {
    return index < words.size()
        && words.get(index - 1).written().isEmpty()
        && words.get(index).written().isEmpty()
        && Compounds.joinable(
            folded(index - 1),
            folded(index),
            words.get(index).word().link(),
            FunctionWords.contains(folded(index - 1)) || FunctionWords.contains(folded(index)));
  }

  private static List<Slot> with(List<Slot> before, List<Slot> more) {
    List<Slot> all = new ArrayList<>(before);
    all.addAll(more);
    return all;
  }
}
