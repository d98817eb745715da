package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What takes a line or two to write: the ways most alert scripts go. */
final class PlainWays {

  private PlainWays() {}

  /** The letters of the term anywhere, in any case. */
  static Way contains(List<Paper> papers) {
    return new Scan("contains", papers) {
      @Override
      Predicate<String> meets(String term) {
        String lower = term.toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(lower);
      }
    };
  }

  /** The term between word borders, in any case. */
  static Way wholeWords(List<Paper> papers) {
    return new Scan("whole words", papers) {
      @Override
      Predicate<String> meets(String term) {
        return Pattern.compile("\\b" + Pattern.quote(term) + "\\b", Pattern.CASE_INSENSITIVE)
            .asPredicate();
      }
    };
  }

  private abstract static class Scan implements Way {

    private final String name;
    private final List<Paper> papers;

    Scan(String name, List<Paper> papers) {
      this.name = name;
      this.papers = papers;
    }

    abstract Predicate<String> meets(String term);

    @Override
    public String name() {
      return name;
    }

    @Override
    public BitSet find(String term) {
      Predicate<String> meets = meets(term);
      BitSet found = new BitSet();
      IntStream.range(0, papers.size())
          .filter(
              i -> meets.test(papers.get(i).title()) || meets.test(papers.get(i).abstractText()))
          .forEach(found::set);
      return found;
    }
  }
}
