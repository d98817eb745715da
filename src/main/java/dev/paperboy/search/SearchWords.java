package dev.paperboy.search;

import dev.paperboy.interest.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody looks for, as it was typed: words, all of which a paper must have; {@code "words in
 * a row"}; {@code -not} this; {@code author:}, {@code org:} and {@code title:} before a word or
 * what stands in quotation marks. A term is written as in interests: {@code =RAG}, {@code grasp*}.
 * Any text will do; what means nothing is left out.
 *
 * @param clauses in the order they were typed
 */
record SearchWords(List<Clause> clauses) {

  /** Longer ones are cut. */
  static final int LONGEST = 200;

  /** What comes after so many is left out. */
  static final int MOST_CLAUSES = 12;

  /**
   * One thing to look for.
   *
   * @param fields where
   * @param quoted whether it stood in quotation marks
   * @param not whether a paper must not have it
   */
  record Clause(Term term, List<PaperField> fields, boolean quoted, boolean not) {

    /** A word without any mark. */
    boolean isPlain() {
      return !quoted && !not && fields.size() > 1 && term.kind() == Term.Kind.WORDS;
    }
  }

  static SearchWords of(String typed) {
    String text = typed.codePointCount(0, typed.length()) <= LONGEST ? typed : cut(typed);
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < text.length() && clauses.size() < MOST_CLAUSES) {
      int end = endOfClause(text, at);
      clause(text.substring(at, end)).ifPresent(clauses::add);
      at = end + 1;
    }
    return new SearchWords(List.copyOf(clauses));
  }

  /** The plain words as a phrase: who types a topic without quotation marks means it too. */
  Optional<Term> phrase() {
    List<String> plain =
        clauses.stream().filter(Clause::isPlain).map(each -> each.term().text()).toList();
    return plain.size() < 2
        ? Optional.empty()
        : Optional.of(new Term(String.join(" ", plain), Term.Kind.WORDS));
  }

  /** Whether there is anything that a paper must have. */
  boolean isEmpty() {
    return clauses.stream().allMatch(Clause::not);
  }

  private static String cut(String typed) {
    return typed.substring(0, typed.offsetByCodePoints(0, LONGEST));
  }

  /** The blank after this clause, or the end; blanks within quotation marks do not end it. */
  private static int endOfClause(String text, int from) {
    boolean within = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isQuote(c)) {
        within = !within;
      } else if (!within && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
        return at;
      }
    }
    return text.length();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E';
  }

  private static Optional<Clause> clause(String written) {
    boolean not = written.startsWith("-") && written.length() > 1;
    String rest = not ? written.substring(1) : written;
    List<PaperField> fields = PaperField.ALL;
    int colon = rest.indexOf(':');
    if (colon > 0) {
      Optional<PaperField> named = field(rest.substring(0, colon));
      fields = named.map(List::of).orElse(fields);
      rest = named.isPresent() ? rest.substring(colon + 1) : rest;
    }
    boolean quoted = rest.chars().anyMatch(c -> isQuote((char) c));
    StringBuilder bare = new StringBuilder();
    rest.chars().filter(c -> !isQuote((char) c)).forEach(c -> bare.append((char) c));
    Term term = Term.of(bare.toString());
    return hasWord(term) ? Optional.of(new Clause(term, fields, quoted, not)) : Optional.empty();
  }

  private static boolean hasWord(Term term) {
    return term.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static Optional<PaperField> field(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "author", "authors" -> Optional.of(PaperField.AUTHORS);
      case "org", "organization", "organisation" -> Optional.of(PaperField.ORGANIZATION);
      case "title" -> Optional.of(PaperField.TITLE);
      case "abstract" -> Optional.of(PaperField.ABSTRACT);
      default -> Optional.empty();
    };
  }
}
