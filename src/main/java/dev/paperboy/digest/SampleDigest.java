package dev.paperboy.digest;

import dev.paperboy.digest.Digest.Days;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** Digests of invented papers that touch every part of a template. */
final class SampleDigest {

  private static final LocalDate DATE = LocalDate.of(2025, 12, 5);

  private SampleDigest() {}

  /** A full one, one with trending papers only, and one with as little as there can be. */
  static List<Digest> all() {
    Digest.Editions editions = new Digest.Editions(1, 1);
    Digest.Section section = new Digest.Section("Machine unlearning", List.of(full(), plain()));
    return List.of(
        new Digest(Days.of(DATE), editions, List.of(section), List.of(trending()), 4),
        new Digest(Days.of(DATE), editions, List.of(), List.of(trending()), 0),
        new Digest(
            new Days(DATE.minusDays(4), DATE, true),
            editions,
            List.of(new Digest.Section("x", List.of(plain()))),
            List.of(),
            0));
  }

  static Recipient reader() {
    return new Recipient(
        new EmailAddress("reader", "example.org"),
        URI.create("https://paperboy.example/unsubscribe/sample"),
        URI.create("https://paperboy.example/interests/sample"),
        URI.create("https://paperboy.example/reader/sample/mail/1"),
        URI.create("https://paperboy.example/reader/sample/matched/1"),
        DigestWishes.Format.HTML);
  }

  private static Digest.Entry full() {
    Paper paper =
        paper(
            "sample-1",
            new PaperDetails(
                "2512.00001",
                "Unlearning on a shoestring",
                "We make a model forget a recipe. Code: https://example.org/shoestring.",
                Authors.named(List.of("Ada Sample", "Bo Sample", "Cy Sample", "Di Sample")),
                new Organization("sample", "Sample Institute"),
                DATE.minusDays(2),
                new Links(
                    URI.create("https://example.org/papers/1"),
                    URI.create("https://example.org/code/1"),
                    URI.create("https://example.org/project/1"))),
            new Popularity(42, 3));
    return new Digest.Entry(
        paper,
        List.of(
            new Digest.Reason(
                "Machine unlearning",
                List.of(
                    new Hit(Field.TITLE, 0, 10, "unlearn*"),
                    new Hit(Field.ABSTRACT, 16, 22, "forget"))),
            new Digest.Reason("Cooking", List.of(new Hit(Field.ABSTRACT, 25, 31, "recipe")))));
  }

  private static Digest.Entry plain() {
    PaperDetails details =
        new PaperDetails(
            null, "A paper of which little is known", "", Authors.UNKNOWN, null, null, Links.NONE);
    return new Digest.Entry(
        paper("sample-2", details, Popularity.NONE),
        List.of(new Digest.Reason("Machine unlearning", List.of())));
  }

  private static Digest.Entry trending() {
    PaperDetails details =
        new PaperDetails(
            "2512.00003",
            "What everybody talks about",
            "It is about everything.",
            Authors.counted(7),
            null,
            DATE,
            Links.NONE);
    return new Digest.Entry(paper("sample-3", details, new Popularity(1, 1)), List.of());
  }

  private static Paper paper(String key, PaperDetails details, Popularity popularity) {
    return new Paper(key, details, popularity, 1, new Paper.Mentions("sample", "sample"));
  }
}
