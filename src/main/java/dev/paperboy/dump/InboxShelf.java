package dev.paperboy.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Puts files into folders below the inbox: never outside it, never over another file. */
final class InboxShelf {

  private static final int MOST_OF_ONE_NAME = 10_000;

  private final Path inbox;

  InboxShelf(Path inbox) {
    this.inbox = inbox;
  }

  Path move(Path file, String folder, String subfolder) {
    try {
      return place(file, open(open(inbox.resolve(folder)).resolve(subfolder)), null);
    } catch (IOException e) {
      throw cannotMove(file, folder, e);
    }
  }

  /** Writes the reason first: a refused file without one would be a riddle. */
  Path moveWithReason(Path file, String folder, String why, Instant now) {
    try {
      String name = String.valueOf(file.getFileName());
      String text =
          """
          %s was refused on %s.

          %s

          To try again: mend the file if need be and move it back to %s
          """
              .formatted(name, now.truncatedTo(ChronoUnit.SECONDS), why, inbox);
      return place(file, open(inbox.resolve(folder)), text);
    } catch (IOException e) {
      throw cannotMove(file, folder, e);
    }
  }

  private Path open(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!folder.toRealPath().startsWith(inbox.toRealPath())) {
      throw new IOException(folder + " leads out of " + inbox);
    }
    return folder;
  }

  private Path place(Path file, Path folder, @Nullable String why) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is no regular file any more");
    }
    for (int number = 1; number <= MOST_OF_ONE_NAME; number++) {
      Path target = folder.resolve(numbered(String.valueOf(file.getFileName()), number));
      Path reason = folder.resolve(target.getFileName() + ".why");
      if (!isFree(target) || (why != null && !isFree(reason))) {
        continue;
      }
      try {
        placeAt(file, target, reason, why);
        return target;
      } catch (FileAlreadyExistsException e) {
        // Somebody was faster; the next number.
      }
    }
    throw new IOException("there are too many files of this name in " + folder);
  }

  private static void placeAt(Path file, Path target, Path reason, @Nullable String why)
      throws IOException {
    if (why == null) {
      Files.move(file, target);
      return;
    }
    Files.createFile(reason);
    try {
      Files.writeString(reason, why);
      Files.move(file, target);
    } catch (IOException e) {
      Files.deleteIfExists(reason);
      throw e;
    }
  }

  private static boolean isFree(Path path) {
    return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** {@code a.txt}, {@code a-2.txt}, {@code a-3.txt}. */
  private static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : name.substring(0, dot) + "-" + number + name.substring(dot);
  }

  private static UncheckedIOException cannotMove(Path file, String folder, IOException cause) {
    return new UncheckedIOException(
        "Cannot move %s to %s/ (%s); it is still where it was."
            .formatted(file, folder, cause.getMessage()),
        cause);
  }
}
