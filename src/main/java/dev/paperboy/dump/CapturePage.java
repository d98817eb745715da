package dev.paperboy.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A capture cut at its footers. Reads lines from top to bottom, once. */
final class CapturePage {

  /** The list's date stands in the head of the page; later a date is no date of the list. */
  private static final int MOST_HEAD_LINES = 40;

  private static final int LONGEST_HEAD_LINE = 150;

  private final List<String> lines;
  private final List<CaptureRun> runs = new ArrayList<>();
  private final List<CaptureBlock> blocks = new ArrayList<>();
  private final List<String> block = new ArrayList<>();
  private @Nullable ShownDate listDate;
  private boolean inHead = true;
  private boolean named;
  private int headLines;

  private CapturePage(String text) {
    lines = text.lines().map(line -> line.replace('\u00a0', ' ').strip()).toList();
  }

  static CapturePage of(String text) {
    CapturePage page = new CapturePage(text);
    int i = 0;
    while (i < page.lines.size()) {
      i = page.line(i);
    }
    page.endRun(null);
    return page;
  }

  /** The runs in their order; only the last may have no footer. */
  List<CaptureRun> runs() {
    return List.copyOf(runs);
  }

  /** The date in the head of the page. */
  Optional<ShownDate> listDate() {
    return Optional.ofNullable(listDate);
  }

  /** Whether a footer or the head proves that this is a capture of the page. */
  boolean isCapture() {
    return named || runs.stream().anyMatch(run -> run.footer() != null);
  }

  /** Reads what starts at this line and returns the index of the line after it. */
  private int line(int i) {
    String line = lines.get(i);
    if (line.isEmpty()) {
      endBlock();
      return i + 1;
    }
    int after = footer(i);
    if (after > i) {
      return after;
    }
    if (inHead && head(line)) {
      return i + 1;
    }
    block.add(line);
    return i + 1;
  }

  /** Whether the line ends the head of the page: the list's date, with only menus before it. */
  private boolean head(String line) {
    named |= line.equalsIgnoreCase("Daily Papers");
    inHead = ++headLines <= MOST_HEAD_LINES && line.length() <= LONGEST_HEAD_LINE;
    Optional<ShownDate> date = ShownDate.of(line).filter(shown -> shown.comments() == 0);
    if (date.isEmpty() || listDate != null) {
      return false;
    }
    listDate = date.get();
    inHead = false;
    blocks.clear();
    block.clear();
    return true;
  }

  private int footer(int i) {
    String line = lines.get(i);
    Optional<CaptureFooter> oneLine = CaptureFooter.inOneLine(line);
    if (oneLine.isPresent()) {
      endRun(oneLine.get());
      return i + 1;
    }
    boolean dot = line.equals(CaptureFooter.DOT);
    if (!dot && !CaptureFooter.isAuthors(line)) {
      return i;
    }
    int next = nextText(i + 1);
    if (!dot && next < lines.size() && lines.get(next).equals(CaptureFooter.DOT)) {
      next = nextText(next + 1);
    }
    Optional<ShownDate> date =
        next < lines.size() ? ShownDate.of(lines.get(next)) : Optional.empty();
    if (date.isEmpty()) {
      return i;
    }
    endRun(CaptureFooter.of(dot ? lineAboveDot() : line, date.get()));
    return next + 1;
  }

  /** Takes the organisation's line out of what was read, if there is one. */
  private @Nullable String lineAboveDot() {
    boolean last = !block.isEmpty() && CaptureFooter.canBeOrganization(block.get(block.size() - 1));
    return last ? block.remove(block.size() - 1) : null;
  }

  private int nextText(int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).isEmpty()) {
      i++;
    }
    return i;
  }

  private void endBlock() {
    if (!block.isEmpty()) {
      blocks.add(new CaptureBlock(block));
      block.clear();
    }
  }

  private void endRun(@Nullable CaptureFooter footer) {
    endBlock();
    boolean edge = runs.isEmpty() || footer == null;
    runs.add(new CaptureRun(edge ? CaptureChrome.removedFrom(blocks) : blocks, footer));
    blocks.clear();
    inHead = false;
  }
}
