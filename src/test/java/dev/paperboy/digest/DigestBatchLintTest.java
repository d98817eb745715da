package dev.paperboy.digest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.TestClock;
import dev.paperboy.app.TestApplication;
import dev.paperboy.digest.LintedBatch.Sending;
import dev.paperboy.mail.BodyText;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKeyFile;
import dev.paperboy.paper.Edition;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many digests, made, signed and numbered as in production, by every rule for mails. */
class DigestBatchLintTest {

  private static final Path DATA = Path.of("../shared/data");

  private static final String CONFIG =
      """
      base_url: https://paperboy.example
      mail:
        from: "Paperboy <digest@paperboy.example>"
        postal_address: Example Lab, 1 Sample Street
      dkim:
        selector: s1
      """;

  private static final List<String> SENDERS =
      List.of(
          "Paperboy",
          "Zeitungsjunge & Söhne <e.V.>",
          "</td><img src=x onerror=alert(1)>",
          "${7*7} <#list x as y>",
          "\u202eyobrepaP, \"Inc.\"");

  private static final List<String> HOSTILE_NAMES =
      List.of(
          "<script>alert(1)</script>",
          "</td></table><img src=x onerror=alert(1)>",
          "${7*7} and #{x}",
          "null",
          "=?utf-8?q?Bcc=3A?= Bcc: x@example.net",
          "https://example.net/?a=1&b=2",
          "*stars* _lines_ `ticks`",
          "From the archive > all",
          "مرحبا بالعالم \u05e9\u05dc\u05d5\u05dd",
          "X".repeat(60));

  private static final List<String> WORDS =
      List.of(
          "model",
          "learning",
          "robot",
          "diffusion model",
          "language model",
          "video",
          "agent",
          "reasoning",
          "benchmark",
          "attention",
          "image",
          "reinforcement learning",
          "data",
          "3D",
          "transformer",
          "generation",
          "training",
          "speech",
          "hostile",
          "RL");

  @TempDir Path folder;

  @BeforeEach
  void make_a_key() throws IOException {
    new DkimKeyFile("s1", folder.resolve("data/dkim.pem"), Algorithm.RSA)
        .write(DkimKey.create(Algorithm.RSA));
  }

  @Test
  void a_few_digests_of_the_sample_papers_and_of_hostile_ones_break_no_rule() throws IOException {
    assertNoRuleIsBroken(10);
  }

  @Tag("full")
  @Test
  void digests_of_the_sample_papers_and_of_hostile_ones_break_no_rule() throws IOException {
    assertNoRuleIsBroken(40);
  }

  private void assertNoRuleIsBroken(int mails) throws IOException {
    try (TestApplication paperboy = open()) {
      takeIn(paperboy, Path.of("dumps/sample/2025-12-05.txt"));
      takeIn(paperboy, HostilePapers.dump(folder));

      LintedBatch batch = batch(paperboy, mails);

      assertThat(batch.size()).isEqualTo(mails);
      assertThat(batch.findings()).isEmpty();
    }
  }

  @Tag("full")
  @Test
  void digests_of_real_papers_break_no_rule() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
    try (TestApplication paperboy = open()) {
      for (String dumps : List.of("captures", "daily_papers_json")) {
        for (Path dump : files(DATA.resolve(dumps))) {
          takeIn(paperboy, dump);
        }
      }
      takeIn(paperboy, HostilePapers.dump(folder));

      LintedBatch batch = batch(paperboy, 200);

      assertThat(batch.size()).isEqualTo(200);
      assertThat(batch.findings()).isEmpty();
    }
  }

  @Tag("full")
  @Test
  void the_busiest_real_day_fits_into_one_mail_that_says_how_many_more_there_are()
      throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
    try (TestApplication paperboy = open()) {
      takeIn(paperboy, DATA.resolve("captures/daily-papers-b.txt"));
      LintedBatch batch = new LintedBatch(paperboy);
      batch.add(
          "interests: [\""
              + String.join("\", \"", WORDS)
              + "\"]\ndigest: {papers: 50, trending: 20}\n",
          new Sending("Paperboy", "en"),
          paperboy.application().archive().editionsAfter(0));

      BodyText html = requireNonNull(batch.mails().get(0).body().html());
      assertThat(batch.digests().get(0).matched()).isEqualTo(50);
      assertThat(html.octets()).isBetween(60_000, 90_000);
      assertThat(html.encodedOctets()).isLessThanOrEqualTo(102_400);
      assertThat(html.toString())
          .containsPattern("\\d+ more papers matched than your mail holds\\.")
          .contains("Choose how many you get");
      assertThat(batch.findings()).isEmpty();
    }
  }

  private TestApplication open() {
    return new TestApplication(folder, new TestClock("2025-12-05T06:30:00Z"), CONFIG);
  }

  private static void takeIn(TestApplication paperboy, Path dump) {
    paperboy.application().ingester().takeIn(dump, true);
  }

  /** Senders take turns; everything else is drawn, the same each time. */
  private static LintedBatch batch(TestApplication paperboy, int mails) {
    Random random = new Random(20251205);
    List<Edition> editions = paperboy.application().archive().editionsAfter(0);
    List<Paper> papers = paperboy.application().archive().papersOf(editions);
    LintedBatch batch = new LintedBatch(paperboy);
    for (int tries = 0; batch.size() < mails && tries < 3 * mails; tries++) {
      boolean weekly = random.nextInt(3) == 0;
      batch.add(
          interests(random, papers, weekly),
          new Sending(
              SENDERS.get(batch.size() % SENDERS.size()), random.nextInt(3) == 0 ? "de" : "en"),
          some(editions, weekly ? 7 : 1, random));
    }
    return batch;
  }

  private static List<Edition> some(List<Edition> editions, int most, Random random) {
    int first = random.nextInt(Math.max(1, editions.size() - most + 1));
    return editions.subList(first, Math.min(editions.size(), first + most));
  }

  private static String interests(Random random, List<Paper> papers, boolean weekly) {
    StringBuilder yaml = new StringBuilder("interests:\n");
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      boolean hostile = random.nextInt(4) == 0;
      String name = hostile ? HOSTILE_NAMES.get(random.nextInt(HOSTILE_NAMES.size())) : "Topic";
      yaml.append("  - name: '").append(name).append(" ").append(i).append("'\n");
      yaml.append("    any: [").append(WORDS.get(random.nextInt(WORDS.size())));
      yaml.append(", '").append(word(random, papers)).append("']\n");
    }
    yaml.append("digest:\n  papers: ").append(1 + random.nextInt(50));
    yaml.append("\n  trending: ").append(random.nextInt(6));
    yaml.append("\n  every: ").append(weekly ? "week" : "day");
    return yaml.append("\n  format: ")
        .append(random.nextInt(6) == 0 ? "text" : "html")
        .append("\n")
        .toString();
  }

  private static String word(Random random, List<Paper> papers) {
    List<String> words =
        Stream.of(papers.get(random.nextInt(papers.size())).title().split("[^\\p{L}]+"))
            .filter(word -> word.length() > 7 && word.length() < 20)
            .toList();
    return words.isEmpty() ? "robot" : words.get(random.nextInt(words.size()));
  }

  private static List<Path> files(Path dumps) throws IOException {
    try (Stream<Path> files = Files.list(dumps)) {
      return files.sorted().toList();
    }
  }
}
