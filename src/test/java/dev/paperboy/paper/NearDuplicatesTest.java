package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  private static final String TEXT =
      "We grow tomatoes on a roof in the middle of a city and measure how much water they need when"
          + " it is hot. A bucket with two holes turns out to be enough for a week of sun.";

  @Test
  void the_same_abstract_under_two_titles_is_one_group() {
    assertThat(firstOfGroup(TEXT, words(1), TEXT)).containsExactly(0, 1, 0);
  }

  @Test
  void case_punctuation_and_accents_make_no_difference() {
    assertThat(firstOfGroup(TEXT, TEXT.toUpperCase(Locale.ROOT).replace(".", " ;")))
        .containsExactly(0, 0);
  }

  @Test
  void a_few_other_words_are_still_the_same_abstract() {
    assertThat(firstOfGroup(TEXT, TEXT.replace("bucket", "pail").replace("hot", "warm")))
        .containsExactly(0, 0);
  }

  @Test
  void half_of_the_words_is_not_the_same_abstract() {
    String half = TEXT.substring(0, TEXT.length() / 2);
    assertThat(firstOfGroup(TEXT, half + words(7))).containsExactly(0, 1);
  }

  @Test
  void short_abstracts_never_count() {
    assertThat(firstOfGroup("", "", "Coming soon.", "Coming soon.", "a b c", "a b c"))
        .containsExactly(0, 1, 2, 3, 4, 5);
    String nineteen =
        IntStream.range(0, 19).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(firstOfGroup(nineteen, nineteen)).containsExactly(0, 1);
    assertThat(firstOfGroup(nineteen + " w19", nineteen + " w19")).containsExactly(0, 0);
  }

  @Test
  void the_fast_way_agrees_with_comparing_all_pairs() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        texts.add(
            texts.isEmpty() || random.nextInt(3) == 0
                ? words(random.nextInt())
                : edited(texts.get(random.nextInt(texts.size())), random));
      }
      assertThat(firstOfGroup(texts.toArray(String[]::new))).isEqualTo(plainly(texts));
    }
  }

  @Test
  void thousands_of_hostile_papers_take_seconds() {
    List<String> sentences = IntStream.range(0, 100).mapToObj(i -> "s" + i + " a b c.").toList();
    Random random = new Random(2);
    String[] overlapping =
        IntStream.range(0, 4_000)
            .mapToObj(
                i ->
                    sentences.stream()
                        .filter(s -> random.nextBoolean())
                        .collect(Collectors.joining(" ")))
            .toArray(String[]::new);
    String[] equal = IntStream.range(0, 10_000).mapToObj(i -> TEXT).toArray(String[]::new);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          firstOfGroup(overlapping);
          assertThat(firstOfGroup(equal)).containsOnly(0);
        });
  }

  private static int[] plainly(List<String> texts) {
    List<int[]> sets = Shingles.of(texts).sets();
    int[] first = new int[texts.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
      for (int j = 0; j < i && first[i] == i; j++) {
        if (first[j] == j
            && Shingles.jaccard(sets.get(i), sets.get(j)) >= NearDuplicates.LEAST_SHARE) {
          first[i] = j;
        }
      }
    }
    return first;
  }

  private static String edited(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    for (int edits = random.nextInt(12); edits > 0; edits--) {
      words.set(random.nextInt(words.size()), "e" + random.nextInt(5));
    }
    return String.join(" ", words);
  }

  /** Sixty words that only this number gives. */
  private static String words(int seed) {
    return new Random(seed)
        .ints(60, 0, 300)
        .mapToObj(word -> "w" + word)
        .collect(Collectors.joining(" "));
  }

  private static int[] firstOfGroup(String... abstracts) {
    List<Paper> papers = new ArrayList<>();
    for (String text : abstracts) {
      Listing listing = Listings.listing(null, "Title " + papers.size(), text);
      papers.add(
          new Paper(
              "key " + papers.size(),
              listing.details(),
              listing.popularity(),
              1,
              new Paper.Mentions("a", "a")));
    }
    return NearDuplicates.firstOfGroup(papers);
  }
}
