package dev.paperboy.digest;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Digests that try to break the page. */
final class HardDigests {

  private static final String LETTERS =
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen";

  private static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=alert(1)>: Injection Attacks on Paper Recommenders",
          "</td></tr></table><h1>Out of the Card</h1>",
          "Grasping ${7*7} Objects with <#assign x=1> and {{7*7}} at Once",
          "Left \u202Eto right\u202C and \u2067שלום עולם\u2069 in One Title",
          (LETTERS.repeat(6)).substring(0, 300),
          "Rockets 🚀🚀🚀, a family 👨‍👩‍👧‍👦 and a flag 🏳️‍🌈 in the Lab 🧪",
          "\\textbf{L}azy $\\mathcal{O}(n^{2})$ \\emph{Actor--Critic} with {\\epsilon} Left Over",
          "<!--[if mso]> ]]> <![endif]--> <style>*{display:none}</style>");

  private HardDigests() {}

  /** Titles, abstracts and names that are code, marks of direction, emoji, or one endless word. */
  static Digest hostile() {
    List<Digest.Section> sections = new ArrayList<>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      String words = HOSTILE.get(i);
      PaperDetails details =
          new PaperDetails(
              "2512.0020" + i,
              words,
              words + ". " + words,
              Authors.named(List.of(words, "Ada Example")),
              new Organization("x", words),
              TestDigests.DATE,
              Links.NONE);
      sections.add(section(words, "h" + i, details, words, Math.min(9, words.length())));
    }
    return TestDigests.of(sections, List.of(), 0);
  }

  /** Twenty interests, and of everything the longest there can be. */
  static Digest widest() {
    List<Digest.Section> sections = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String name = LETTERS + "-" + "Wide".repeat(12) + i;
      URI url = URI.create("https://papers.example/" + "p".repeat(470) + "/" + i);
      PaperDetails details =
          new PaperDetails(
              "2512.003" + i,
              "On " + name,
              "See " + url + " and weep. " + "Long words are long. ".repeat(9),
              Authors.named(List.of(LETTERS, LETTERS, LETTERS, LETTERS)),
              new Organization("x", name),
              TestDigests.DATE,
              new Links(url, url, url));
      sections.add(section(name, "w" + i, details, name, LETTERS.length()));
    }
    return TestDigests.of(sections, List.of(), 9_999);
  }

  private static Digest.Section section(
      String interest, String key, PaperDetails details, String term, int matched) {
    List<Hit> hits =
        List.of(new Hit(Field.TITLE, 0, matched, term), new Hit(Field.ABSTRACT, 0, matched, term));
    return TestDigests.section(
        interest,
        new Digest.Entry(
            TestDigests.paper(key, details, new Popularity(Integer.MAX_VALUE, 12_345)),
            List.of(new Digest.Reason(interest, hits))));
  }
}
