package dev.paperboy.text;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The small words that hold English sentences together. Nearly every paper has them, so that alone
 * they tell no two papers apart. Pure; threads may share it.
 */
public final class FunctionWords {

  private static final Set<String> WORDS =
      Set.of(
          ("a an the this that these those any all some every each no not nor none both either"
                  + " i you he she it we they me him us them my your his her its our their who whom"
                  + " is am are was were be been being do does did has have had can may might must"
                  + " will would shall should could"
                  + " and or but so if as than then thus when where while how what which why"
                  + " of in on at to by for from with into onto upon up out off via per about"
                  + " after before without within there here also only more most very too")
              .split(" "));

  private static final NavigableSet<String> SORTED = new TreeSet<>(WORDS);

  private static final Set<String> STEMS =
      WORDS.stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /** Whether the folded word is one. */
  public static boolean contains(String folded) {
    return WORDS.contains(folded);
  }

  /** Whether the folded word counts as the same word as one of them: {@code cans}, {@code can}. */
  public static boolean containsFormOf(String folded) {
    return STEMS.contains(Stem.of(folded));
  }

  /** The first of them, by the alphabet, that begins with the folded letters. */
  public static Optional<String> beginningWith(String letters) {
    return Optional.ofNullable(SORTED.ceiling(letters)).filter(word -> word.startsWith(letters));
  }
}
