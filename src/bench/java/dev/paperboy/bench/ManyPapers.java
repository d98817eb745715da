package dev.paperboy.bench;

import dev.paperboy.paper.DumpEntry;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An archive as large as wanted: made of the titles and sentences of real papers, shuffled, always
 * the same. Real words in real sentences, so that search and matching have their usual work.
 */
record ManyPapers(List<Paper> real) {

  private static final int PER_DAY = 100;
  private static final int MOST_VOTES = 200;

  /**
   * Takes so many papers in, a hundred a day.
   *
   * @param last the day of the newest edition
   */
  void fill(PaperArchive archive, int count, LocalDate last) {
    Random random = new Random(42);
    int days = (count + PER_DAY - 1) / PER_DAY;
    for (int day = 0; day < days; day++) {
      List<Listing> listings = new ArrayList<>();
      for (int i = day * PER_DAY; i < Math.min(count, (day + 1) * PER_DAY); i++) {
        listings.add(listing(i, random));
      }
      LocalDate date = last.minusDays(days - 1L - day);
      archive.record(
          new DumpEntry("made " + day, "made-" + day + ".txt", "made", date, "made"),
          listings,
          false);
    }
  }

  private Listing listing(int number, Random random) {
    PaperDetails one = some(random).details();
    String title = one.title() + ", " + half(some(random).title());
    List<String> sentences = new ArrayList<>();
    while (sentences.size() < 7) {
      String[] parts = some(random).abstractText().split("(?<=[.!?]) ");
      sentences.add(parts[random.nextInt(parts.length)]);
    }
    PaperDetails details =
        new PaperDetails(
            "%02d%02d.%05d".formatted(20 + number / 12_000, 1 + number / 1000 % 12, number),
            title,
            String.join(" ", sentences),
            one.authors(),
            one.organization(),
            one.published(),
            one.links());
    return new Listing(details, new Popularity(random.nextInt(MOST_VOTES), random.nextInt(9)));
  }

  private static String half(String title) {
    String[] words = title.split(" ");
    return String.join(" ", List.of(words).subList(0, (words.length + 1) / 2));
  }

  private Paper some(Random random) {
    return real.get(random.nextInt(real.size()));
  }
}
