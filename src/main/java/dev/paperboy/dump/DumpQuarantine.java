package dev.paperboy.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dumps that were refused, and the way back for those that were mended. Threads may share it.
 */
public final class DumpQuarantine {

  private static final String REASON = ".why";
  private static final int LONGEST_REASON = 4000;

  private final Path inbox;
  private final Path folder;

  public DumpQuarantine(DumpSettings settings) {
    this.inbox = settings.folder();
    this.folder = inbox.resolve("refused");
  }

  /**
   * A refused file.
   *
   * @param why the text beside it; empty where there is none
   */
  public record Refusal(String name, Instant modified, String why) {}

  /** The refused files, the latest first; none where there is no folder. */
  public List<Refusal> list(int most) {
    List<Refusal> refusals = new ArrayList<>();
    try {
      for (Path file : files()) {
        refusals.add(
            new Refusal(name(file), Files.getLastModifiedTime(file).toInstant(), reason(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the folder " + folder + ": " + e, e);
    }
    return refusals.stream()
        .sorted(Comparator.comparing(Refusal::modified).reversed().thenComparing(Refusal::name))
        .limit(most)
        .toList();
  }

  /**
   * Moves a refused file back to the inbox, where the next look takes it in or refuses it again.
   *
   * @param name as {@link #list} gave it; any other changes nothing
   * @return whether it was moved; not where a file of this name waits in the inbox already
   * @throws UncheckedIOException if it cannot be moved
   */
  public boolean tryAgain(String name) {
    try {
      Optional<Path> file = files().stream().filter(each -> name(each).equals(name)).findFirst();
      if (file.isEmpty()) {
        return false;
      }
      Files.move(file.get(), inbox.resolve(file.get().getFileName()));
      Files.deleteIfExists(reasonOf(file.get()));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot move " + name + " back: " + e.getMessage(), e);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !name(file).endsWith(REASON) && !name(file).startsWith("."))
          .toList();
    }
  }

  private static String reason(Path file) throws IOException {
    Path why = reasonOf(file);
    if (!Files.isRegularFile(why, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try {
      String text = Files.readString(why);
      return text.substring(0, Math.min(LONGEST_REASON, text.length())).strip();
    } catch (MalformedInputException e) {
      return "";
    }
  }

  private static Path reasonOf(Path file) {
    return file.resolveSibling(name(file) + REASON);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
