package dev.paperboy.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that dumps are put into. Files that were dealt with move to folders below it; nothing
 * is deleted or overwritten. Remembers the last look; for use by one thread at a time.
 */
public final class DumpInbox {

  /** A slow download may pause so long. */
  private static final Duration MAY_PAUSE = Duration.ofMinutes(10);

  /** A file from so far ahead has a wrong date, not a writer with a clock ahead of ours. */
  private static final Duration WRONG_CLOCK = Duration.ofDays(1);

  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".crdownload", ".filepart", ".why", "~");

  private final Path folder;
  private final Duration settle;
  private final Clock clock;
  private final InboxShelf shelf;
  private Map<Path, Look> lastLook = Map.of();

  public DumpInbox(DumpSettings settings, Clock clock) {
    this.folder = settings.folder();
    this.settle = settings.settle();
    this.clock = clock;
    this.shelf = new InboxShelf(settings.folder());
  }

  /**
   * The finished files, oldest day first: by the date in the name or else the file's own, then by
   * name. A file is finished when nobody has written it for a while and it has not changed since
   * the last look. Hidden files, links, folders and files named as unfinished are not looked at.
   * Creates the folder if it is missing.
   *
   * @throws UncheckedIOException if the folder cannot be read or created
   */
  public List<Path> pending() {
    Map<Path, Look> looks = look();
    List<Path> finished =
        looks.entrySet().stream()
            .filter(entry -> isFinished(entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted(
                Comparator.comparing((Path file) -> day(file, looks))
                    .thenComparing(file -> String.valueOf(file.getFileName())))
            .toList();
    lastLook = looks;
    return finished;
  }

  /** Whether the last look saw files that may still be written to. */
  public boolean isWaiting() {
    return lastLook.entrySet().stream()
        .anyMatch(entry -> !isFinished(entry.getKey(), entry.getValue()));
  }

  /**
   * Moves a file that was taken in to {@code archive/yyyy-MM-dd/}; a name in use gets a number.
   *
   * @return where it is now
   * @throws UncheckedIOException if it cannot be moved; the file is then where it was
   */
  public Path archive(Path file) {
    return shelf.move(file, "archive", LocalDate.now(clock).toString());
  }

  /**
   * Moves a file that was refused to {@code refused/}, with a text of the same name and {@code
   * .why} beside it for the operator.
   *
   * @param why what is wrong and what to do, as {@link RefusedDump} says it
   * @return where it is now
   * @throws UncheckedIOException if it cannot be moved; the file is then where it was
   */
  public Path refuse(Path file, String why) {
    return shelf.moveWithReason(file, "refused", why, clock.instant());
  }

  /**
   * Whether a refused file may just not be written to its end, so that it should be left alone
   * until the next look: its content ends too early, and it was written less than ten minutes ago.
   */
  public boolean maybeUnfinished(Path file, RefusedDump why) {
    if (!why.truncated()) {
      return false;
    }
    try {
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      Duration age = Duration.between(modified, clock.instant());
      return age.compareTo(MAY_PAUSE) < 0 && age.compareTo(WRONG_CLOCK.negated()) > 0;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + file + ": " + e.getMessage(), e);
    }
  }

  private Map<Path, Look> look() {
    Map<Path, Look> looks = new HashMap<>();
    try {
      Files.createDirectories(folder);
      List<Path> files = new ArrayList<>();
      try (Stream<Path> entries = Files.list(folder)) {
        entries.filter(DumpInbox::isNamedAsDump).forEach(files::add);
      }
      for (Path file : files) {
        lookAt(file).ifPresent(look -> looks.put(file, look));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the folder for dumps " + folder + ": " + e, e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException("Cannot read the folder for dumps " + folder, e.getCause());
    }
    return looks;
  }

  private static Optional<Look> lookAt(Path file) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? Optional.of(new Look(attributes.size(), attributes.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // Taken away since the folder was listed.
    }
  }

  private static boolean isNamedAsDump(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
  }

  private boolean isFinished(Path file, Look look) {
    Look before = lastLook.get(file);
    Duration age = Duration.between(look.modified(), clock.instant());
    boolean settled = age.compareTo(settle) >= 0 || age.compareTo(WRONG_CLOCK.negated()) < 0;
    return settled && (before == null || before.equals(look));
  }

  private static LocalDate day(Path file, Map<Path, Look> looks) {
    Look look = looks.get(file);
    Instant modified = look == null ? Instant.EPOCH : look.modified();
    return DateInName.of(String.valueOf(file.getFileName()))
        .orElseGet(() -> LocalDate.ofInstant(modified, ZoneOffset.UTC));
  }

  private record Look(long size, Instant modified) {}
}
