package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Abbreviation;
import dev.paperboy.paper.Vocabulary;
import dev.paperboy.text.FunctionWords;
import dev.paperboy.text.Spelling;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Terms near to those of an interest that may find more: without slips of the fingers, an
 * abbreviation in its usual letters, the term by itself where the rest of the interest stood in its
 * way, and the longest runs of its words.
 */
final class NearbyTerms {

  /** Rarer words of the archive are as likely slips themselves. */
  private static final int FEWEST_PAPERS = 2;

  private static final int LONGEST_TERM = 8;

  private final Vocabulary vocabulary;
  private final List<String> usual;

  NearbyTerms(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.usual =
        vocabulary.papersByStem().entrySet().stream()
            .filter(entry -> entry.getValue() >= FEWEST_PAPERS)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
  }

  /** The terms of the interest, better written; empty where nothing is known to be better. */
  Set<Term> betterWritten(Criteria criteria) {
    Set<Term> better = new LinkedHashSet<>();
    for (Term term : terms(criteria)) {
      corrected(term).ifPresent(better::add);
      usualLetters(term).ifPresent(better::add);
    }
    return better;
  }

  /** What to fall back on: the terms by themselves, then runs of their words. */
  Set<Term> looser(Criteria criteria) {
    Set<Term> looser = new LinkedHashSet<>(terms(criteria));
    terms(criteria).forEach(term -> looser.addAll(parts(term)));
    return looser;
  }

  private static List<Term> terms(Criteria criteria) {
    return Stream.concat(criteria.any().stream(), criteria.all().stream()).toList();
  }

  /** The term with the archive's nearest word in place of each one that the archive lacks. */
  private Optional<Term> corrected(Term term) {
    List<String> words = new ArrayList<>();
    boolean changed = false;
    for (Word word : WordScanner.words(term.text())) {
      String written = term.text().substring(word.start(), word.end());
      boolean lacking =
          vocabulary.papersWith(Stem.of(word.folded())) == 0
              && Character.isLetter(word.folded().charAt(0));
      Optional<String> meant = lacking ? Spelling.closest(word.folded(), usual) : Optional.empty();
      changed |= meant.isPresent();
      words.add(meant.orElse(written));
    }
    return changed
        ? Optional.of(new Term(String.join(" ", words), Term.Kind.WORDS))
        : Optional.empty();
  }

  /** {@code LLM} for {@code llm}: written so, it also finds what it stands for. */
  private Optional<Term> usualLetters(Term term) {
    return vocabulary.abbreviations().all().stream()
        .map(Abbreviation::shortForm)
        .filter(shortForm -> shortForm.equalsIgnoreCase(term.text()))
        .filter(shortForm -> !shortForm.equals(term.text()) || term.kind() == Term.Kind.EXACT)
        .findFirst()
        .map(shortForm -> new Term(shortForm, Term.Kind.WORDS));
  }

  /** Runs of its words, longer ones first, that do not begin or end in a function word. */
  private static List<Term> parts(Term term) {
    List<Word> words = WordScanner.words(term.text());
    List<Term> parts = new ArrayList<>();
    if (words.size() > LONGEST_TERM) {
      return parts;
    }
    for (int length = words.size() - 1; length >= 1; length--) {
      for (int first = 0; first + length <= words.size(); first++) {
        Word from = words.get(first);
        Word to = words.get(first + length - 1);
        if (!FunctionWords.contains(from.folded()) && !FunctionWords.contains(to.folded())) {
          parts.add(new Term(term.text().substring(from.start(), to.end()), Term.Kind.WORDS));
        }
      }
    }
    return parts;
  }
}
