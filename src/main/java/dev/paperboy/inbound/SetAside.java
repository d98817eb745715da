package dev.paperboy.inbound;

import dev.paperboy.mail.MailboxFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The folder of mails that nothing was done with, so that a person can. It holds at most a
 * thousand, as anybody can send some; what comes then is not kept, and nothing is deleted.
 */
public record SetAside(Path folder) {

  static final int MOST = 1000;

  /**
   * Keeps the mail. The same one takes no second place.
   *
   * @param fingerprint what tells it from others
   * @return false if the folder is full
   * @throws UncheckedIOException if the folder cannot be written
   */
  boolean keep(String fingerprint, byte[] message) {
    MailboxFolder files = new MailboxFolder(folder);
    try {
      if (files.mails().size() >= MOST) {
        return false;
      }
      files.write(fingerprint.substring(0, 16) + ".eml", message);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
