package dev.paperboy.dump;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two footers: usually a title and an abstract; more where papers have no
 * footer. The footer belongs to the last of them.
 */
record CaptureRun(List<CaptureBlock> blocks, @Nullable CaptureFooter footer) {

  /** Longer lines were not wrapped: each is a title or an abstract of its own. */
  private static final int WRAPPED = 200;

  CaptureRun {
    blocks = List.copyOf(blocks);
  }

  /** The run's text, cut into papers in their order. */
  List<Text> papers() {
    List<CaptureBlock> parts = separated();
    List<Text> papers = new ArrayList<>();
    int i = 0;
    while (i < parts.size()) {
      int end = i + 1;
      while (end < parts.size() && !startsPaper(parts, end)) {
        end++;
      }
      List<String> paragraphs = parts.subList(i + 1, end).stream().map(CaptureBlock::text).toList();
      papers.add(new Text(parts.get(i), String.join(" ", paragraphs)));
      i = end;
    }
    return papers;
  }

  private static boolean startsPaper(List<CaptureBlock> parts, int i) {
    CaptureBlock block = parts.get(i);
    if (block.isTitle()) {
      return true;
    }
    boolean betweenAbstracts =
        parts.get(i - 1).isProse() && i + 1 < parts.size() && parts.get(i + 1).isProse();
    return betweenAbstracts && block.isTitleWithFullStop();
  }

  /** Some browsers copy no empty line between title and abstract. */
  private List<CaptureBlock> separated() {
    if (blocks.size() != 1 || blocks.get(0).lines().size() < 2) {
      return blocks;
    }
    List<String> lines = blocks.get(0).lines();
    if (lines.stream().anyMatch(line -> line.length() > WRAPPED)) {
      return lines.stream().map(line -> new CaptureBlock(List.of(line))).toList();
    }
    return List.of(
        new CaptureBlock(lines.subList(0, 1)), new CaptureBlock(lines.subList(1, lines.size())));
  }

  /**
   * A paper's own words.
   *
   * @param abstractText raw; empty where the page shows none
   */
  record Text(CaptureBlock title, String abstractText) {}
}
