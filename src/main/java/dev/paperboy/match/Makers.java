package dev.paperboy.match;

import dev.paperboy.match.Occurrences.Place;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.text.Stem;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who made the papers of a batch: authors by family name, organizations by name. */
final class Makers {

  private record Author(Place place, AuthorName name) {}

  private final Map<String, List<Author>> authors = new HashMap<>();
  private final Map<Organization, List<Integer>> organizations = new HashMap<>();

  Makers(List<Paper> papers) {
    for (int paper = 0; paper < papers.size(); paper++) {
      addAuthors(paper, papers.get(paper).details().authors().names());
      Organization organization = papers.get(paper).details().organization();
      if (organization != null) {
        organizations.computeIfAbsent(organization, key -> new ArrayList<>()).add(paper);
      }
    }
  }

  /** The papers by this author, however the name is written: {@link AuthorName}. */
  List<Place> by(String author) {
    AuthorName wanted = AuthorName.of(author);
    List<Place> places = new ArrayList<>();
    for (Author each : authors.getOrDefault(wanted.family(), List.of())) {
      if (wanted.meets(each.name)) {
        places.add(each.place);
      }
    }
    return places;
  }

  /**
   * The papers of this organization: its short name, or words of its name in a row: {@code Tencent}
   * meets Tencent AI Lab.
   */
  List<Place> of(String organization) {
    List<String> wanted = stems(WordScanner.words(organization));
    List<Place> places = new ArrayList<>();
    organizations.forEach(
        (each, papers) -> {
          int[] range = range(each, organization, wanted);
          if (range.length > 0) {
            papers.forEach(
                paper -> places.add(new Place(paper, Field.ORGANIZATION, range[0], range[1])));
          }
        });
    places.sort((one, other) -> Integer.compare(one.paper(), other.paper()));
    return places;
  }

  private void addAuthors(int paper, List<String> names) {
    int start = 0;
    for (String name : names) {
      AuthorName author = AuthorName.of(name);
      Place place = new Place(paper, Field.AUTHORS, start, start + name.length());
      authors
          .computeIfAbsent(author.family(), family -> new ArrayList<>())
          .add(new Author(place, author));
      start += name.length() + Field.BETWEEN_AUTHORS.length();
    }
  }

  /** First offset and the one after the last of what is met in the name; empty if nothing is. */
  private static int[] range(Organization organization, String written, List<String> wanted) {
    List<Word> words = WordScanner.words(organization.name());
    int at = wanted.isEmpty() ? -1 : Collections.indexOfSubList(stems(words), wanted);
    if (at >= 0) {
      return new int[] {words.get(at).start(), words.get(at + wanted.size() - 1).end()};
    }
    boolean shortName =
        !wanted.isEmpty() && squeezed(written).equals(squeezed(organization.slug()));
    return shortName ? new int[] {0, organization.name().length()} : new int[0];
  }

  private static String squeezed(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static List<String> stems(List<Word> words) {
    List<String> stems = new ArrayList<>();
    for (Word word : words) {
      stems.add(Stem.of(word.folded()));
    }
    return stems;
  }
}
