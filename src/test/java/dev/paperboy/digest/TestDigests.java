package dev.paperboy.digest;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** TestDigests of invented papers to test with. */
final class TestDigests {

  static final LocalDate DATE = LocalDate.of(2025, 12, 5);

  private TestDigests() {}

  static Digest of(List<Digest.Section> sections, List<Digest.Entry> trending, int more) {
    return new Digest(Digest.Days.of(DATE), new Digest.Editions(3, 4), sections, trending, more);
  }

  static Digest.Section section(String interest, Digest.Entry... entries) {
    return new Digest.Section(interest, List.of(entries));
  }

  static Recipient reader(DigestWishes.Format format) {
    return new Recipient(
        EmailAddress.parse("ada@example.org").orElseThrow(),
        URI.create("https://paperboy.example/unsubscribe/u-token-of-ada"),
        URI.create("https://paperboy.example/interests/i-token-of-ada"),
        URI.create("https://paperboy.example/reader/v-token-of-ada/mail/4"),
        URI.create("https://paperboy.example/reader/v-token-of-ada/matched/4"),
        format);
  }

  static SenderSettings sender() {
    EmailAddress from = EmailAddress.parse("digest@paperboy.example").orElseThrow();
    return new SenderSettings(
        new Mailbox("Paperboy", from),
        new Inbox(from, Inbox.Tags.PLUS),
        "Example Lab, 1 Sample Street, Sampleton",
        URI.create("https://paperboy.example"));
  }

  static Paper paper(String key, String title, String abstractText) {
    return paper(
        key,
        new PaperDetails(
            null,
            title,
            abstractText,
            Authors.named(List.of("Ada Example", "Bo Beispiel", "Cy Ejemplo", "Di Exemple")),
            null,
            DATE.minusDays(2),
            new Links(URI.create("https://papers.example/" + key), null, null)),
        new Popularity(42, 3));
  }

  static Paper paper(String key, PaperDetails details, Popularity popularity) {
    return new Paper(key, details, popularity, 3, new Paper.Mentions("a.txt", "b.txt"));
  }

  /** The paper under its interests, each with the words that stand in title and abstract. */
  static Digest.Entry entry(Paper paper, String... interestsAndWords) {
    List<Digest.Reason> reasons = new ArrayList<>();
    for (int i = 0; i < interestsAndWords.length; i += 2) {
      List<Hit> hits = new ArrayList<>();
      addHits(paper.title(), Field.TITLE, interestsAndWords[i + 1], hits);
      addHits(paper.abstractText(), Field.ABSTRACT, interestsAndWords[i + 1], hits);
      reasons.add(new Digest.Reason(interestsAndWords[i], hits));
    }
    return new Digest.Entry(paper, reasons);
  }

  private static void addHits(String text, Field field, String word, List<Hit> hits) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(word);
    while (at >= 0 && !word.isEmpty()) {
      hits.add(new Hit(field, at, at + word.length(), word));
      at = lower.indexOf(word, at + word.length());
    }
  }

  /** Six papers under three interests and two that trend, of every kind. */
  static Digest rich() {
    Digest.Entry first =
        entry(
            paper(
                "2512.00011",
                new PaperDetails(
                    "2512.00011",
                    "Forget Me Precisely: Selective Unlearning in Language Models Without Collateral Damage",
                    "When a model must forget one author it often forgets the whole genre. We study unlearning as an editing problem: instead of pushing the weights away from the forget set, we look for the smallest set of attention heads whose removal makes the text unlikely. On three benchmarks our edits remove 97% of the targeted sentences and cost less than one point of accuracy elsewhere. A simple probe tells in advance whether unlearning will succeed. Code is at https://github.com/example/forget-me-precisely.",
                    Authors.named(
                        List.of(
                            "Ada Example",
                            "Bo Beispiel",
                            "Cy Ejemplo",
                            "Di Exemple",
                            "Ed Esempio",
                            "Fi Eksempel")),
                    new Organization("examplelab", "Example Lab"),
                    DATE.minusDays(2),
                    new Links(
                        URI.create("https://huggingface.co/papers/2512.00011"),
                        URI.create("https://github.com/example/forget-me-precisely"),
                        URI.create("https://forget-me.example/"))),
                new Popularity(128, 14)),
            "Machine unlearning",
            "unlearning",
            "Interpretability",
            "attention heads");
    Digest.Entry second =
        entry(
            paper(
                "2512.00012",
                new PaperDetails(
                    "2512.00012",
                    "The Right to Be Approximately Forgotten",
                    "Deletion requests arrive one at a time, but retraining happens once a quarter. We ask what can honestly be promised in between. Our audit of eleven deployed systems shows that most answers to such requests are slogans. We give a contract that a service can check, a ledger that a regulator can read, and a bound on what an attacker learns. The bound is tight up to a constant. Along the way we show that approximate unlearning composes badly when requests depend on one another, and we say what to do about it.",
                    Authors.named(List.of("Gil Voorbeeld")),
                    null,
                    DATE.minusDays(3),
                    Links.NONE),
                new Popularity(31, 1)),
            "Machine unlearning",
            "unlearning");
    Digest.Entry third =
        entry(
            paper(
                "p3",
                "GraspTalk: Asking a Robot Hand What It Feels",
                "A robot hand that can say why it let go is easier to repair. We attach a small language model to the tactile stream of a four-finger gripper and let it explain each grasp in one sentence."),
            "robotics",
            "grasp");
    Digest.Entry fourth =
        entry(
            paper(
                "p4",
                new PaperDetails(
                    null,
                    "Folding Laundry from One Bad Demonstration",
                    "",
                    Authors.counted(5),
                    null,
                    DATE.minusDays(11),
                    Links.NONE),
                new Popularity(0, 2)),
            "robotics",
            "");
    Digest.Entry fifth =
        entry(
            paper(
                "p5",
                "Small Steps, Straight Paths: Distilling Diffusion Models into Rectified Students",
                "Sampling in four steps costs less than a cent, but the colours drift. We trace the drift to the teacher’s schedule and remove it with a correction of eleven lines. Diffusion models of three sizes profit alike."),
            "diffusion models, rectified flows and whatever comes after them",
            "diffusion models");
    Digest.Entry loud =
        entry(
            paper(
                "t1",
                "A Million Tokens of Context and Nothing to Say",
                "We measure how much of a very long context is ever looked at. The answer is eleven percent."));
    Digest.Entry louder =
        entry(
            paper(
                "t2",
                "Benchmarks All the Way Down",
                "A benchmark for benchmarks. It finds that nine of ten leaderboards reorder under a change of prompt."));
    return of(
        List.of(
            section("Machine unlearning", first, second),
            section("robotics", third, fourth),
            section("diffusion models, rectified flows and whatever comes after them", fifth)),
        List.of(loud, louder),
        4);
  }
}
