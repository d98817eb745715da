package dev.paperboy.digest;

import dev.paperboy.template.Sender;
import dev.paperboy.template.Shared;
import java.util.List;

/**
 * What the digest's templates see: each component is a variable, described for their authors in
 * {@code docs/templates.md}. All text is plain (not escaped), on one line; nothing is ever null,
 * and what is not known is {@code ""}, 0 or an empty list.
 *
 * @param head the words above the papers
 * @param date the digest's day
 * @param sections the papers by interest, in the reader's order
 * @param trending papers outside the reader's interests
 * @param more how many papers matched but are not in this mail
 * @param footer the words below the papers
 */
public record DigestView(
    Head head,
    Day date,
    List<Section> sections,
    List<EntryView> trending,
    int more,
    Footer footer) {

  public DigestView {
    sections = List.copyOf(sections);
    trending = List.copyOf(trending);
  }

  /** The same with its subject, which is known last. */
  DigestView titled(String subject) {
    Head titled = new Head(subject, head.headline(), head.summary(), head.preheader());
    return new DigestView(titled, date, sections, trending, more, footer);
  }

  /**
   * @param subject the mail's subject; {@code ""} while the subject itself is rendered
   * @param headline what is in the mail: {@code 3 papers on machine unlearning, 2 more}
   * @param summary a sentence that counts the papers
   * @param preheader what a list of mails shows after the subject, 40 to 130 characters
   */
  public record Head(String subject, String headline, String summary, String preheader) {}

  /**
   * @param full {@code Friday, 5 December 2025}
   * @param brief {@code 5 Dec}
   * @param iso {@code 2025-12-05}
   */
  public record Day(String full, String brief, String iso) {}

  /**
   * @param name the interest's name
   * @param entries best first
   */
  public record Section(String name, List<EntryView> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A paper in this mail.
   *
   * @param number counts the papers of the mail from 1, through all sections and trending
   * @param html the paper as {@code paper.html.ftlh} makes it, a directive
   * @param text the paper as {@code paper.txt.ftl} makes it, a directive
   * @param paper all about it
   */
  public record EntryView(int number, Shared html, Shared text, PaperView paper) {}

  /**
   * What the templates of a single paper see.
   *
   * @param number its place in the mail; 0 for {@code paper.html.ftlh}, which mails share
   */
  public record PaperModel(int number, PaperView paper) {}

  /**
   * @param heading the title
   * @param credits who, when, how popular
   * @param reasons why it is here, one for each interest it meets; empty in trending
   * @param excerpt the abstract or its telling part, in pieces; empty where there is none
   * @param links where else it lives on the web: code, project page
   */
  public record PaperView(
      Heading heading,
      Credits credits,
      List<Reason> reasons,
      List<Piece> excerpt,
      List<Link> links) {
    public PaperView {
      reasons = List.copyOf(reasons);
      excerpt = List.copyOf(excerpt);
      links = List.copyOf(links);
    }
  }

  /**
   * @param text the title
   * @param pieces the same, with matched words marked
   * @param url the paper's page; never empty
   */
  public record Heading(String text, List<Piece> pieces, String url) {
    public Heading {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * @param authors {@code A. Name, B. Name, C. Name and 4 more}, or {@code 7 authors}
   * @param organization the organisation's name
   * @param date when the paper appeared: {@code 3 Dec 2025}
   * @param votes up-votes
   * @param comments comments
   * @param who authors and organisation, those that are known
   * @param facts date, votes and comments, those that are known, in words
   */
  public record Credits(
      String authors,
      String organization,
      String date,
      int votes,
      int comments,
      List<String> who,
      List<String> facts) {
    public Credits {
      who = List.copyOf(who);
      facts = List.copyOf(facts);
    }
  }

  /**
   * @param interest the interest's name
   * @param words {@code matches “unlearning” in the title}
   */
  public record Reason(String interest, String words) {}

  /**
   * @param text some of the text; all pieces in order are the whole
   * @param marked whether it is a matched word
   * @param url where it leads, for an address in the text; else {@code ""}
   */
  public record Piece(String text, boolean marked, String url) {}

  /**
   * @param label {@code Code} or {@code Project page}
   * @param url http or https
   */
  public record Link(String label, String url) {}

  /**
   * @param interestsUrl where the reader changes the interests
   * @param unsubscribeUrl where the reader leaves
   * @param viewUrl where the reader sees this mail in a browser
   * @param matchedUrl where the reader sees all papers that this mail might have held
   * @param readerAddress the reader's address
   * @param sender who sends it
   */
  public record Footer(
      String interestsUrl,
      String unsubscribeUrl,
      String viewUrl,
      String matchedUrl,
      String readerAddress,
      Sender sender) {}
}
