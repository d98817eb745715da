package dev.paperboy.bench;

import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which papers a term should find, by the forms listed in {@code truth.txt}; that file says what
 * counts and how it is written.
 */
final class Truth {

  private static final String WHOLE_WORDS = "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])";

  private final String term;
  private final List<Pattern> forms = new ArrayList<>();
  private final List<Pattern> abbreviations = new ArrayList<>();
  private final List<Pattern> otherMeanings = new ArrayList<>();
  private final List<Pattern> falseFriends = new ArrayList<>();

  private Truth(String term) {
    this.term = term;
  }

  /** All terms, in the order of the file. */
  static List<Truth> all() {
    List<Truth> all = new ArrayList<>();
    for (String line : lines("truth.txt")) {
      String value = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("term ")) {
        all.add(new Truth(value));
      } else {
        all.get(all.size() - 1).add(line.substring(0, line.indexOf(' ')), value);
      }
    }
    return all;
  }

  /** The lines of a file beside this class that are neither empty nor comments. */
  static List<String> lines(String resource) {
    try (InputStream in = Truth.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String term() {
    return term;
  }

  /** The papers that have one of the forms, by index. */
  BitSet papers(List<Paper> papers) {
    BitSet found = new BitSet();
    IntStream.range(0, papers.size())
        .filter(i -> holdsFor(papers.get(i).title() + "\n" + papers.get(i).abstractText()))
        .forEach(found::set);
    return found;
  }

  private boolean holdsFor(String text) {
    String read = text;
    for (Pattern friend : falseFriends) {
      read = friend.matcher(read).replaceAll("_");
    }
    return finds(forms, read) || (finds(abbreviations, read) && !finds(otherMeanings, read));
  }

  private static boolean finds(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  private void add(String kind, String regex) {
    String words = WHOLE_WORDS.formatted(regex);
    Pattern anyCase = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    switch (kind) {
      case "any" -> forms.add(anyCase);
      case "case" -> abbreviations.add(Pattern.compile(words));
      case "unless" -> otherMeanings.add(anyCase);
      case "never" -> falseFriends.add(anyCase);
      default -> throw new IllegalArgumentException("truth.txt: " + kind + " " + regex);
    }
  }
}
