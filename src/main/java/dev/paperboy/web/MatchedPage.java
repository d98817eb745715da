package dev.paperboy.web;

import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digest.Section;
import dev.paperboy.digest.MatchedPapers;
import dev.paperboy.digest.PlannedDigest;
import dev.paperboy.interest.Interests;
import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperArchive;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /reader/{token}/matched/{edition}}: all papers that the mail which brought this edition
 * might have held, by interest: those it had no room for too.
 */
final class MatchedPage {

  private final Pages pages;
  private final LibraryParts library;
  private final PaperArchive archive;
  private final Readership readership;
  private final LinkHolders holders;

  MatchedPage(Pages pages, WebParts parts, LinkHolders holders) {
    this.pages = pages;
    this.library = parts.library();
    this.archive = parts.archive();
    this.readership = parts.readership();
    this.holders = holders;
  }

  void show(Context context) {
    Optional<SentMail> mail = SentMail.of(context, holders, library.digests());
    if (mail.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    Texts texts = pages.texts(context);
    List<Section> sections = sections(mail.get().reader(), mail.get().planned());
    pages.show(
        context,
        200,
        "matched",
        Map.of(
            "day", texts.dates().withYear(mail.get().planned().date()),
            "count", sections.stream().mapToInt(section -> section.entries().size()).sum(),
            "sections", sections.stream().map(section -> section(section, texts)).toList()));
  }

  /** Nothing where the reader's interests cannot be read. */
  private List<Section> sections(Subscriber reader, PlannedDigest planned) {
    Optional<Interests> interests = readership.parser().parse(reader.interests()).interests();
    return interests.map(read -> MatchedPapers.of(planned, read, archive)).orElse(List.of());
  }

  private static Map<String, Object> section(Section section, Texts texts) {
    return Map.of(
        "name",
        section.interest(),
        "papers",
        section.entries().stream().map(entry -> card(entry, texts)).toList());
  }

  private static Map<String, Object> card(Entry entry, Texts texts) {
    Paper paper = entry.paper();
    List<Hit> hits =
        entry.reasons().stream()
            .flatMap(reason -> reason.hits().stream())
            .filter(hit -> hit.field() == Field.TITLE)
            .toList();
    Map<String, Object> card = new HashMap<>(PaperCard.of(paper, texts));
    card.put("heading", PaperCard.marked(paper.title(), hits));
    card.put("reasons", PaperCard.reasons(entry.reasons(), paper, texts));
    return card;
  }
}
