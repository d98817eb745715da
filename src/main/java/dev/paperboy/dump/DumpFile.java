package dev.paperboy.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A dump as it lies on disk.
 *
 * @param name file name without folders
 * @param modified when the file was last written
 * @param text its content, decoded from UTF-8 without byte order mark
 * @param hash SHA-256 of its bytes, hexadecimal: the same content is the same dump
 */
public record DumpFile(String name, Instant modified, String text, String hash) {

  /**
   * Reads a file that should be text.
   *
   * @throws RefusedDump if it is empty, larger than the limit, or no UTF-8 text
   * @throws UncheckedIOException if it cannot be read
   */
  public static DumpFile read(Path file, long maxBytes) throws RefusedDump {
    try {
      long size = Files.size(file);
      if (size > maxBytes) {
        throw tooLarge(size, maxBytes);
      }
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      byte[] bytes = bytes(file, maxBytes);
      String name = String.valueOf(file.getFileName());
      return new DumpFile(name, modified, DumpBytes.text(bytes), DumpBytes.hash(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file, long maxBytes) throws IOException, RefusedDump {
    int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16L);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw tooLarge(most + 1L, maxBytes);
      }
      return bytes;
    }
  }

  private static RefusedDump tooLarge(long size, long maxBytes) {
    return new RefusedDump(
        "The file has %d bytes or more; the limit is %d. A day's list is far smaller: this is"
                .formatted(size, maxBytes)
            + " something else, or raise the limit for dumps in config.yml.");
  }
}
