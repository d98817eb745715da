package dev.paperboy.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Inflection and spelling, taken off a folded word: plural and singular share a stem, so do {@code
 * -ing} and {@code -ed}, so do British and American spelling. A stem is a key, not a word. Why not
 * one of Lucene's stemmers: see the package.
 */
public final class Stem {

  /** Below this length a final s is not a plural's: {@code gps}, {@code its}. */
  private static final int SHORTEST_PLURAL = 4;

  private static final int SHORTEST_BEFORE_ED = 3;

  /** From here on {@code -lling} is {@code -ling}; shorter words differ: filling, filing. */
  private static final int SHORTEST_DOUBLE_L = 9;

  private static final int SHORTEST_SETTLED = 3;

  /** From here on no rule looks at how long the word is, but the one of the double l. */
  private static final int SHORTEST_SETTLED_SOFT = 7;

  private static final Map<String, String> IRREGULAR =
      pairs(
          """
          matrices matrix, vertices vertex, indices index, appendices appendix, simplices simplex
          analyses analysis, hypotheses hypothesis, syntheses synthesis, theses thesis
          corpora corpus, corpuses corpus, criteria criterion, phenomena phenomenon
          automata automaton, spectra spectrum, minima minimum, maxima maximum, optima optimum
          formulae formula, biases bias, bias bias, lenses lens, lens lens, gases gas
          viruses virus, focuses focus, statuses status, aliases alias, alias alias
          canvas canvas, atlas atlas, texas texas, pancreas pancreas, whereas whereas
          news news, series series, species species, does does, always always, halves half
          dynamics dynamics, statics statics, basics basics, politics politics
          economics economics, genetics genetics, semantics semantics, mechanics mechanics
          gpus gpu, cpus cpu, tpus tpu, npus npu, apis api, guis gui, clis cli, rois roi
          pois poi, kpis kpi, mris mri, ais ai, uis ui, ids id, emojis emoji, wikis wiki
          """);

  private static final Set<String> ENDS_OF_IRREGULAR =
      IRREGULAR.keySet().stream()
          .flatMap(word -> IntStream.range(0, word.length()).mapToObj(word::substring))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SOFT_END = Pattern.compile("(ie|oe|sse|che|she|xe|zze|ied)s?$");

  private Stem() {}

  /** The stem of a folded word; words with digits or letters beyond a to z are their own stem. */
  public static String of(String folded) {
    if (!isLetters(folded)) {
      return folded;
    }
    String irregular = IRREGULAR.get(folded);
    return BritishSpelling.american(irregular != null ? irregular : participle(singular(folded)));
  }

  /** Whether the stem of every compound of letters that begins with this folded word does too. */
  public static boolean isKept(String folded) {
    return isLetters(folded) && BritishSpelling.isKept(folded);
  }

  /**
   * Whether the stem of a compound of letters that ends in this folded word is the compound's
   * beginning and this word's own stem, whatever {@linkplain #isKept kept} beginning it has: most
   * longer words are so. What looks at the length of a word, at a whole word, or may begin before
   * this one, is not.
   */
  public static boolean isSettled(String folded) {
    return folded.length() >= SHORTEST_SETTLED
        && isLetters(folded)
        && !ENDS_OF_IRREGULAR.contains(folded)
        && (folded.length() >= SHORTEST_DOUBLE_L || !folded.contains("ll"))
        && (folded.length() >= SHORTEST_SETTLED_SOFT || !endsSoftly(folded))
        && !isParticipleWithoutVowel(singular(folded))
        && BritishSpelling.isSettled(folded);
  }

  /** In what rules that look at a word's length begin with, those for -s, -es, -ies and -ied. */
  private static boolean endsSoftly(String word) {
    return SOFT_END.matcher(word).find() || (word.endsWith("s") && word.length() < SHORTEST_PLURAL);
  }

  private static boolean isParticipleWithoutVowel(String word) {
    return word.endsWith("ed") && !word.endsWith("eed") && participle(word).equals(word);
  }

  /** Whether the folded word is all letters from a to z; any other is its own stem. */
  public static boolean isLetters(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String singular(String word) {
    String singular = word;
    if (word.length() >= SHORTEST_PLURAL
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      singular = word.substring(0, word.length() - 1);
    }
    return withoutPluralVowel(singular);
  }

  /** What the e of a plural would leave behind, taken off singulars too: cache(s), class(es). */
  private static String withoutPluralVowel(String word) {
    int length = word.length();
    if (length >= 4 && word.endsWith("ie")) {
      return word.substring(0, length - 2) + "y";
    }
    boolean hissing =
        word.endsWith("sse")
            || word.endsWith("che")
            || word.endsWith("she")
            || word.endsWith("xe")
            || word.endsWith("zze");
    if ((hissing && length >= 4) || (word.endsWith("oe") && length >= 5)) {
      return word.substring(0, length - 1);
    }
    return word;
  }

  /** Reads -ed as -ing: {@code pre-trained} is {@code pre-training}. */
  private static String participle(String word) {
    String participle = word;
    if (word.endsWith("ied") && word.length() > SHORTEST_BEFORE_ED + 2) {
      participle = word.substring(0, word.length() - 3) + "ying";
    } else if (word.endsWith("ed") && !word.endsWith("eed")) {
      String rest = word.substring(0, word.length() - 2);
      participle = rest.length() >= SHORTEST_BEFORE_ED && hasVowel(rest) ? rest + "ing" : word;
    }
    return participle.endsWith("lling") && participle.length() >= SHORTEST_DOUBLE_L
        ? participle.substring(0, participle.length() - 4) + "ing"
        : participle;
  }

  private static boolean hasVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> pairs(String table) {
    return Arrays.stream(table.strip().split("[,\\n]\\s*"))
        .map(pair -> pair.strip().split(" "))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }
}
