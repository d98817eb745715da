package dev.paperboy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells when a file in a folder has changed, come or gone. It looks again and again at names, sizes
 * and times, because notices of the file system do not come from every mount. For one thread.
 */
final class FolderWatch {

  private static final long BETWEEN_LOOKS_MILLIS = 300;
  private static final int DEEPEST = 3;

  private final Path folder;
  private Map<Path, Stamp> seen;

  private record Stamp(long size, FileTime modified) {}

  /**
   * @param folder need not exist
   */
  FolderWatch(Path folder) {
    this.folder = folder;
    this.seen = look();
  }

  /** Whether something is different from the last time. */
  boolean changed() {
    Map<Path, Stamp> now = look();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  /** Returns as soon as something is different. */
  void awaitChange() throws InterruptedException {
    while (!changed()) {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> stamps = new HashMap<>();
    if (!Files.isDirectory(folder)) {
      return stamps;
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      files.forEach(file -> add(file, stamps));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException goneMeanwhile) {
      return stamps;
    }
    return stamps;
  }

  private static void add(Path file, Map<Path, Stamp> stamps) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
      }
    } catch (IOException goneMeanwhile) {
      stamps.remove(file);
    }
  }
}
