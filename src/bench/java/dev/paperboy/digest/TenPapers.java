package dev.paperboy.digest;

import dev.paperboy.bench.BatchMaker;
import dev.paperboy.bench.RealPapers;
import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.Term;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.SenderSettings;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Digests of ten real papers, for readers with three interests each of twelve. */
final class TenPapers {

  static final LocalDate DAY = LocalDate.of(2025, 12, 5);

  static final SenderSettings SENDER = sender();

  private static final List<String> TOPICS =
      List.of(
          "language model",
          "diffusion",
          "reinforcement learning",
          "video generation",
          "agent",
          "reasoning",
          "benchmark",
          "attention",
          "multimodal",
          "robot*",
          "training",
          "dataset");

  private TenPapers() {}

  static List<Digest> digests(RealPapers real, int readers) {
    var batch = BatchMaker.taughtBy(real.all()).batch(real.batch());
    List<Digest> digests = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      Digest digest =
          DigestComposer.compose(
              interests(reader), batch, Digest.Days.of(DAY), new Digest.Editions(1, 1));
      if (digest.matched() != 10) {
        throw new IllegalStateException("not ten papers: " + digest.matched());
      }
      digests.add(digest);
    }
    return digests;
  }

  private static Interests interests(int reader) {
    List<Interest> interests = new ArrayList<>();
    for (String topic : topics(reader)) {
      Criteria criteria =
          new Criteria(List.of(Term.of(topic)), List.of(), List.of(), Criteria.Scope.ANYWHERE);
      interests.add(new Interest(topic, criteria, 1));
    }
    return new Interests(interests, List.of(), DigestWishes.DEFAULT, null);
  }

  /** The reader's interests, as they would be written down. */
  static String document(int reader) {
    StringBuilder document = new StringBuilder("interests:\n");
    topics(reader).forEach(topic -> document.append("  - \"").append(topic).append("\"\n"));
    return document.append("digest:\n  at: \"06:45\"\n  timezone: Europe/Berlin\n").toString();
  }

  private static List<String> topics(int reader) {
    List<String> topics = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      topics.add(TOPICS.get((reader * 5 + i * (1 + reader % 4)) % TOPICS.size()));
    }
    return topics;
  }

  private static SenderSettings sender() {
    EmailAddress from = new EmailAddress("digest", "paperboy.example");
    return new SenderSettings(
        new Mailbox("Paperboy", from),
        new Inbox(from, Inbox.Tags.PLUS),
        "Example Lab, 1 Sample Street, Sampleton",
        URI.create("https://paperboy.example"));
  }
}
