package dev.paperboy.match;

import dev.paperboy.match.Reading.Step;
import dev.paperboy.paper.Abbreviation;
import dev.paperboy.paper.Abbreviations;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to write a phrase with and without the abbreviations the archive knows: {@code offline
 * RL} is {@code offline reinforcement learning}, and the other way round.
 *
 * <p>In what is put in place of a long form, the short form must be written as papers define it,
 * letter case and all. So must a short form of up to {@value #LONGEST_SHORT} characters that the
 * reader wrote that way: {@code SAM} is not Sam.
 */
final class Expansions {

  private static final int LONGEST_SHORT = 4;
  private static final int MOST_WAYS = 8;

  private final Abbreviations abbreviations;
  private final Lexicon lexicon;
  private final boolean smallShortForms;

  /** Where in {@link Abbreviations#all} each long form stands. */
  private final NGrams longForms;

  private final int mostWords;

  Expansions(Abbreviations abbreviations, Lexicon lexicon) {
    this.abbreviations = abbreviations;
    this.lexicon = lexicon;
    List<Abbreviation> all = abbreviations.all();
    this.longForms = new NGrams(all.size());
    int most = 0;
    boolean small = false;
    for (int i = all.size() - 1; i >= 0; i--) {
      List<Word> words = WordScanner.words(all.get(i).longForm());
      NGramKey key = NGramKey.EMPTY;
      for (Word word : words) {
        key = key.then(lexicon.word(word.folded()).key());
      }
      longForms.add(key.hash(), i);
      most = Math.max(most, words.size());
      small |= all.get(i).shortForm().chars().noneMatch(Character::isUpperCase);
    }
    this.mostWords = most;
    this.smallShortForms = small;
  }

  /** A stretch of the phrase and what may stand in its place. */
  private record Site(int from, int to, List<List<Step>> others) {}

  /**
   * The phrase as it was written, then as it may be written as well; never more than {@value
   * #MOST_WAYS}.
   *
   * @param words the words of the text
   */
  List<List<Step>> of(String text, List<Word> words) {
    if (mostWords == 0) {
      return List.of(Step.each(words));
    }
    List<Step> written = new ArrayList<>(words.size());
    words.forEach(word -> written.add(step(text, word)));
    List<List<Step>> ways = List.of(written);
    // From the last to the first, so that what stands before keeps its place.
    List<Site> sites = sites(text, words);
    for (int i = sites.size() - 1; i >= 0; i--) {
      Site site = sites.get(i);
      ways =
          ways.stream()
              .flatMap(way -> Stream.concat(Stream.of(way), replaced(way, site)))
              .limit(MOST_WAYS)
              .toList();
    }
    return ways;
  }

  private Step step(String text, Word word) {
    if (word.end() - word.start() > LONGEST_SHORT) {
      return new Step(word);
    }
    String written = text.substring(word.start(), word.end());
    return new Step(word, abbreviations.standingFor(written).isPresent() ? written : "");
  }

  /**
   * The short form that the reader wrote, perhaps in the plural. In small letters only one without
   * a vowel is taken for it: {@code rl}, but not {@code map}.
   */
  private Optional<Abbreviation> shortFormAt(String text, Word word) {
    boolean small = text.startsWith(word.folded(), word.start());
    if (small && !smallShortForms && hasVowel(word.folded())) {
      return Optional.empty(); // Most words: they need no further look.
    }
    String written = text.substring(word.start(), word.end());
    return abbreviations
        .standingFor(written)
        .or(() -> abbreviations.standingFor(singular(written)))
        .or(() -> small ? inCapitals(word) : Optional.empty());
  }

  private Optional<Abbreviation> inCapitals(Word word) {
    return hasVowel(word.folded())
        ? Optional.empty()
        : abbreviations.standingFor(Stem.of(word.folded()).toUpperCase(Locale.ROOT));
  }

  private static String singular(String written) {
    return written.endsWith("s") ? written.substring(0, written.length() - 1) : written;
  }

  private static boolean hasVowel(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if ("aeiouy".indexOf(folded.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private List<Site> sites(String text, List<Word> words) {
    List<Site> sites = List.of();
    int from = 0;
    while (from < words.size()) {
      Optional<Site> site = siteAt(text, words, from);
      if (site.isPresent()) {
        sites = sites.isEmpty() ? new ArrayList<>() : sites;
        sites.add(site.get());
      }
      from = site.map(Site::to).orElse(from + 1);
    }
    return sites;
  }

  /** The longest stretch from here on that is a long form, or else a short form. */
  private Optional<Site> siteAt(String text, List<Word> words, int from) {
    Positions found = new Positions();
    int end = from;
    NGramKey key = NGramKey.EMPTY;
    for (int to = from + 1; to <= Math.min(words.size(), from + mostWords); to++) {
      key = key.then(lexicon.word(words.get(to - 1).folded()).key());
      if (longForms.count(key.hash()) > 0) {
        found = new Positions();
        longForms.forEach(key.hash(), found::add);
        end = to;
      }
    }
    if (end == from) {
      Word word = words.get(from);
      return shortFormAt(text, word)
          .map(each -> new Site(from, from + 1, List.of(longForm(each, word))));
    }
    List<List<Step>> others = new ArrayList<>();
    found.forEach(
        index -> others.add(List.of(shortForm(abbreviations.all().get(index), words.get(from)))));
    return Optional.of(new Site(from, end, others));
  }

  private static Step shortForm(Abbreviation abbreviation, Word inPlaceOf) {
    String text = abbreviation.shortForm();
    List<Word> words = WordScanner.words(text);
    String folded = words.isEmpty() ? text : words.get(0).folded();
    return new Step(new Word(0, text.length(), folded, inPlaceOf.link()), text);
  }

  private static List<Step> longForm(Abbreviation abbreviation, Word inPlaceOf) {
    List<Step> steps = new ArrayList<>();
    for (Word word : WordScanner.words(abbreviation.longForm())) {
      Link link = steps.isEmpty() ? inPlaceOf.link() : word.link();
      steps.add(new Step(new Word(word.start(), word.end(), word.folded(), link)));
    }
    return steps;
  }

  private static Stream<List<Step>> replaced(List<Step> way, Site site) {
    return site.others.stream()
        .map(
            other ->
                Stream.of(way.subList(0, site.from), other, way.subList(site.to, way.size()))
                    .flatMap(List::stream)
                    .toList());
  }
}
