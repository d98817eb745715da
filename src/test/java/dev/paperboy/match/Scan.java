package dev.paperboy.match;

import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.Term;
import dev.paperboy.paper.Paper;
import dev.paperboy.text.Compounds;
import dev.paperboy.text.Link;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The plain way to the same answers: reads every paper for every term, word by word. */
final class Scan {

  private Scan() {}

  static List<Paper> matching(List<Paper> papers, Criteria criteria) {
    return papers.stream()
        .filter(
            paper ->
                criteria.any().isEmpty()
                    ? !criteria.all().isEmpty()
                    : criteria.any().stream().anyMatch(term -> meets(paper, term, criteria.in())))
        .filter(
            paper -> criteria.all().stream().allMatch(term -> meets(paper, term, criteria.in())))
        .filter(
            paper -> criteria.not().stream().noneMatch(term -> meets(paper, term, criteria.in())))
        .toList();
  }

  static boolean meets(Paper paper, Term term, Criteria.Scope scope) {
    return (scope != Criteria.Scope.ABSTRACT && !starts(paper.title(), term).isEmpty())
        || (scope != Criteria.Scope.TITLE && !starts(paper.abstractText(), term).isEmpty());
  }

  /** Offsets of the words in the text at which the term begins. */
  static Set<Integer> starts(String text, Term term) {
    List<Word> words = WordScanner.words(text);
    String wish = term.text().strip();
    List<Word> wanted = WordScanner.words(wish);
    Set<Integer> starts = new TreeSet<>();
    int letters = wanted.stream().mapToInt(word -> word.folded().length()).sum();
    if (wanted.isEmpty() || (term.kind() == Term.Kind.PREFIX && letters < 2)) {
      return starts;
    }
    for (int at = 0; at < words.size(); at++) {
      boolean meets =
          term.kind() == Term.Kind.EXACT
              ? exact(text, words, at, wish, wanted)
              : words(words, at, wanted, 0, term.kind());
      if (meets) {
        starts.add(words.get(at).start());
      }
    }
    return starts;
  }

  private static boolean exact(
      String text, List<Word> words, int at, String exact, List<Word> wanted) {
    if (at + wanted.size() > words.size()) {
      return false;
    }
    int shift = words.get(at).start() - wanted.get(0).start();
    for (int i = 0; i < wanted.size(); i++) {
      Word word = words.get(at + i);
      boolean same =
          word.start() == wanted.get(i).start() + shift
              && word.end() == wanted.get(i).end() + shift
              && !(i > 0 && word.link() == Link.BREAK);
      if (!same) {
        return false;
      }
    }
    return text.startsWith(exact, shift);
  }

  private static boolean words(
      List<Word> words, int at, List<Word> wanted, int index, Term.Kind kind) {
    if (index == wanted.size()) {
      return true;
    }
    for (int taken = 1; taken <= 3 && index + taken <= wanted.size(); taken++) {
      for (int read = 1; read <= (taken == 1 ? 3 : 1) && at + read <= words.size(); read++) {
        List<Word> run = words.subList(at, at + read);
        boolean goesOn = index == 0 || words.get(at).link() != Link.BREAK;
        List<Word> part = wanted.subList(index, index + taken);
        boolean prefix = kind == Term.Kind.PREFIX && index + taken == wanted.size();
        if (goesOn
            && meets(run, part, prefix)
            && words(words, at + read, wanted, index + taken, kind)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meets(List<Word> run, List<Word> part, boolean prefix) {
    if (!Compounds.joinable(run) || !Compounds.joinable(part)) {
      return false;
    }
    String read = Compounds.joined(run);
    String wanted = Compounds.joined(part);
    List<String> heads = new ArrayList<>();
    for (int i = 1; i < run.size(); i++) {
      heads.add(Compounds.joined(run.subList(0, i)));
    }
    boolean needsAll =
        heads.stream().allMatch(head -> wanted.startsWith(head) && !wanted.equals(head));
    return needsAll && (prefix ? read.startsWith(wanted) : Stem.of(read).equals(Stem.of(wanted)));
  }
}
