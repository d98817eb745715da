package dev.paperboy.inbound;

import dev.paperboy.mail.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mailbox in files, as Postfix, Dovecot and others deliver it: a mail is a file in {@code new/}.
 * One that is done with goes to {@code cur/}, marked as read; one that is set aside to the folder
 * {@link Mailbox#SET_ASIDE} below it, as Dovecot names folders (Maildir++).
 */
record Maildir(Path folder) implements Mailbox {

  private static final int PAGE = 1000;

  @Override
  public String describe() {
    return "maildir " + folder;
  }

  @Override
  public Open open() {
    if (!Files.isDirectory(folder.resolve("new")) || !Files.isDirectory(folder.resolve("cur"))) {
      throw new MailboxUnavailable(
          folder
              + " is no maildir: it has no folders new and cur that can be read. Check"
              + " inbound.maildir, and the rights of the folder.");
    }
    return new Reading(folder);
  }

  private static MailboxUnavailable unavailable(Path folder, Exception failure) {
    return new MailboxUnavailable(
        "The maildir "
            + folder
            + " cannot be read and written: "
            + failure
            + ". Check its owner and rights: mails are moved from new to cur.",
        failure);
  }

  private record Reading(Path folder) implements Open {

    @Override
    public List<WaitingMail> waiting() {
      List<Entry> entries = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("new"))) {
        for (Path file : files) {
          entry(file).ifPresent(entries::add);
        }
      } catch (DirectoryIteratorException | IOException failure) {
        throw unavailable(folder, failure);
      }
      entries.sort(Comparator.comparing(Entry::delivered).thenComparing(Entry::name));
      return entries.stream().limit(PAGE).map(entry -> (WaitingMail) entry).toList();
    }

    /** A link may lead anywhere, and is no delivered mail. */
    private Optional<Entry> entry(Path file) throws IOException {
      try {
        boolean mail =
            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !file.getFileName().toString().startsWith(".");
        return mail
            ? Optional.of(
                new Entry(
                    folder, file, Files.size(file), Files.getLastModifiedTime(file).toMillis()))
            : Optional.empty();
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      }
    }

    @Override
    public int page() {
      return PAGE;
    }

    @Override
    public boolean isUsable() {
      return Files.isReadable(folder.resolve("new")) && Files.isWritable(folder.resolve("cur"));
    }

    @Override
    public void close() {}
  }

  private record Entry(Path folder, Path file, long size, long delivered) implements WaitingMail {

    String name() {
      return file.getFileName().toString();
    }

    @Override
    public String key() {
      return Fingerprint.of("maildir " + name(), 64);
    }

    @Override
    public Optional<byte[]> content(int most) {
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(in.readNBytes(most));
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      } catch (IOException failure) {
        throw unavailable(folder, failure);
      }
    }

    @Override
    public void handled() {
      move(folder.resolve("cur"), ":2,S");
    }

    /** Unread there, so that mail programs show it. */
    @Override
    public void setAside() {
      Path aside = folder.resolve("." + SET_ASIDE);
      try {
        for (String part : List.of("tmp", "new", "cur")) {
          Files.createDirectories(aside.resolve(part));
        }
        Files.createFile(aside.resolve("maildirfolder"));
      } catch (FileAlreadyExistsException made) {
        // By an earlier one.
      } catch (IOException failure) {
        throw unavailable(folder, failure);
      }
      move(aside.resolve("cur"), ":2,");
    }

    private void move(Path to, String flags) {
      String unique = name().replaceFirst(":2,.*$", "");
      try {
        Files.move(file, to.resolve(unique + flags), StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException gone) {
        // Somebody else took it.
      } catch (IOException failure) {
        throw unavailable(folder, failure);
      }
    }
  }
}
