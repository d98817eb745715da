package dev.paperboy.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a local mailbox, or of mails kept otherwise. A file is there whole or not at all: it
 * is written beside its place, forced to the disk and moved.
 */
public record MailboxFolder(Path path) {

  private static final String MAIL = ".eml";

  /** Replaces the file of that name. */
  public void write(String name, byte[] content) throws IOException {
    Files.createDirectories(path);
    Path draft = Files.createTempFile(path, ".", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          draft,
          path.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The names of all mails, without ending, in no order; none where there is no folder yet. */
  public List<String> mails() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + MAIL)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          names.add(name.substring(0, name.length() - MAIL.length()));
        }
      } catch (DirectoryIteratorException failure) {
        throw failure.getCause();
      }
    }
    return names;
  }

  /** The message file of that mail. */
  Path message(String name) {
    return path.resolve(name + MAIL);
  }

  boolean has(String file) {
    return Files.exists(path.resolve(file));
  }
}
