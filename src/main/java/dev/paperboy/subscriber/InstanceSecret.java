package dev.paperboy.subscriber;

import dev.paperboy.mail.Base32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * This installation's own 256 bit key, in a file that only its owner may read, beside the database
 * and not in it. Tokens and Message-IDs are derived from it, so that nobody can guess one and a
 * retry has the same. Threads may share it.
 */
public final class InstanceSecret {

  private static final int KEY_BYTES = 32;
  private static final String MAC = "HmacSHA256";

  private final SecretKeySpec key;

  private InstanceSecret(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /** Reads the key, or makes one at first use. */
  public static InstanceSecret in(Path folder) {
    Path file = folder.resolve("secret.key");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IOException(file + " is damaged: it holds no 256 bit key");
      }
      return new InstanceSecret(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException(file + " is damaged: it is not base64. Restore it from a backup.", e));
    }
  }

  /** A value that nobody without the key can compute: 256 bit, URL-safe base64. */
  public String derive(String purpose, String subject) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose, subject));
  }

  /** The same for an address: so many bits, a multiple of 40, as lower-case base 32. */
  public String deriveForAddress(String purpose, String subject, int bits) {
    return Base32.encode(Arrays.copyOf(mac(purpose, subject), bits / 8));
  }

  private byte[] mac(String purpose, String subject) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal((purpose + '\n' + subject).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", ownerOnly());
    try {
      Files.writeString(
          fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its key counts.
      Files.deleteIfExists(fresh);
    }
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
