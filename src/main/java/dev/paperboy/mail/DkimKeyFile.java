package dev.paperboy.mail;

import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKey.WrongKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where a DKIM key lies.
 *
 * @param selector where in DNS its record stands; empty: the key is not used
 */
public record DkimKeyFile(String selector, Path path, Algorithm algorithm) {

  private static final int LONGEST = 64 * 1024;

  /** Whether mail is to be signed with this key. */
  public boolean used() {
    return !selector.isEmpty();
  }

  /**
   * The key.
   *
   * @throws WrongKey with a sentence that says what to do
   */
  public DkimKey read() throws WrongKey {
    try {
      if (Files.size(path) > LONGEST) {
        throw new WrongKey("This file is far too large for a DKIM key. " + remedy());
      }
      return DkimKey.parse(Files.readString(path, StandardCharsets.ISO_8859_1), algorithm);
    } catch (NoSuchFileException e) {
      throw new WrongKey("There is no DKIM key here. " + remedy());
    } catch (IOException e) {
      throw new WrongKey("This DKIM key cannot be read: check the file's rights.");
    } catch (WrongKey e) {
      throw new WrongKey("This file " + e.getMessage() + ". " + remedy());
    }
  }

  /**
   * Writes a key that only the owner may read.
   *
   * @throws FileAlreadyExistsException if there is a file: a key is never overwritten
   */
  public void write(DkimKey key) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.createFile(path, ownerOnly());
    Files.writeString(path, key.pem(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }

  /** Whether other users of the machine may read the key; false where that cannot be told. */
  public boolean openToOthers() {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
      return rights.contains(PosixFilePermission.OTHERS_READ)
          || rights.contains(PosixFilePermission.GROUP_READ);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  private String remedy() {
    return "Make one with: paperboy doctor --new-dkim-key"
        + (algorithm == Algorithm.ED25519 ? " --ed25519" : "")
        + (used() ? " --selector " + selector : "");
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
