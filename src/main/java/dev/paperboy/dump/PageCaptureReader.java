package dev.paperboy.dump;

import dev.paperboy.paper.ArxivId;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Daily Papers page as text: what select-all, copy and paste make of it.
 *
 * <p>{@link CapturePage} cuts the text at its footers, {@link CaptureRun} cuts what is between them
 * into papers, {@link CaptureDate} finds the year that the page does not show.
 */
public final class PageCaptureReader implements DumpReader {

  private static final int MOST_PAPERS = 5_000;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?)\\]”’\"'/]$");

  @Override
  public String format() {
    return "page-capture";
  }

  @Override
  public boolean accepts(DumpFile file) {
    return !ForeignText.isKnown(file.text()) && CapturePage.of(file.text()).isCapture();
  }

  @Override
  public DumpContent read(DumpFile file) throws RefusedDump {
    CapturePage page = CapturePage.of(file.text());
    Problems problems = new Problems();
    List<Raw> raws = raws(page, problems);
    if (raws.isEmpty()) {
      throw new RefusedDump(
          "The file looks like the Daily Papers page but holds no paper: it was copied before the"
              + " list was there, or the list is empty. Open the page, wait, select all and copy"
              + " again.");
    }
    if (raws.size() > MOST_PAPERS) {
      throw new RefusedDump("The capture holds more than " + MOST_PAPERS + " papers: no day does.");
    }
    if (raws.get(raws.size() - 1).isCutOff()) {
      problems.add(
          "The last paper ends in the middle: if the page was not copied whole, do it again.");
    }
    DumpDate date = date(file, page, raws, problems);
    List<Listing> listings = raws.stream().map(raw -> raw.listing(date.day().getYear())).toList();
    return new DumpContent(format(), date, listings, problems.sentences());
  }

  private static List<Raw> raws(CapturePage page, Problems problems) {
    List<Raw> raws = new ArrayList<>();
    for (CaptureRun run : page.runs()) {
      List<CaptureRun.Text> papers = run.papers();
      for (int i = 0; i < papers.size(); i++) {
        boolean last = i == papers.size() - 1;
        Raw raw = Raw.of(papers.get(i), last ? run.footer() : null);
        if (papers.get(i).title().isProse() || raw.title().isEmpty()) {
          problems.add("A text without a title was left out: \"" + start(raw.title()) + "\".");
        } else {
          raws.add(raw);
        }
      }
    }
    return raws;
  }

  private static DumpDate date(DumpFile file, CapturePage page, List<Raw> raws, Problems problems) {
    List<Integer> years =
        raws.stream()
            .flatMap(raw -> Stream.ofNullable(raw.footer()))
            .map(footer -> footer.date().year())
            .filter(year -> year > 0)
            .toList();
    List<String> ids =
        raws.stream().flatMap(raw -> ArxivId.in(raw.abstractText()).stream()).toList();
    return new CaptureDate(file, years, ids).of(page.listDate(), problems);
  }

  private static String start(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60).strip() + "…";
  }

  /** A paper whose date still lacks its year. */
  private record Raw(String title, String abstractText, @Nullable CaptureFooter footer) {

    static Raw of(CaptureRun.Text text, @Nullable CaptureFooter footer) {
      return new Raw(
          ListingText.title(text.title().text()),
          ListingText.abstractText(text.abstractText()),
          footer);
    }

    /** Papers without a footer exist, abstracts that end within a sentence do not. */
    boolean isCutOff() {
      return footer == null && !SENTENCE_END.matcher(abstractText).find();
    }

    Listing listing(int year) {
      Optional<CaptureFooter> shown = Optional.ofNullable(footer);
      PaperDetails details =
          new PaperDetails(
              null,
              title,
              abstractText,
              shown.map(CaptureFooter::authors).orElse(Authors.UNKNOWN),
              footer == null ? null : footer.organization(),
              published(year),
              Links.NONE);
      int comments = shown.map(below -> below.date().comments()).orElse(0);
      return new Listing(details, new Popularity(0, comments));
    }

    private @Nullable LocalDate published(int year) {
      return Optional.ofNullable(footer)
          .map(CaptureFooter::date)
          .flatMap(date -> date.in(date.hasYear() ? date.year() : year))
          .orElse(null);
    }
  }
}
