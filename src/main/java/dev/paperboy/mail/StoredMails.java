package dev.paperboy.mail;

import dev.paperboy.mail.StoredMail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mails of a local mailbox, to be looked at. Remembers their heads, so that a look costs one
 * small read for each mail that is new. Threads may share it.
 */
public final class StoredMails {

  /** What {@link LocalMailbox} calls its files; nothing else is opened. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_.-]{0,150}");

  private static final long MOST_BYTES = 5_000_000;
  private static final int MOST_DEPTH = 5;

  private final MailboxFolder folder;
  private final MailboxIndex index;

  /** The folder need not exist. */
  public StoredMails(Path folder) {
    this.folder = new MailboxFolder(folder);
    this.index = new MailboxIndex(this.folder);
  }

  /**
   * A line of the list.
   *
   * @param name the mail's file, without ending
   */
  public record Line(String name, Instant date, String to, String subject) {}

  /** All mails, newest first. */
  public List<Line> list() throws IOException {
    return index.newestFirst().stream()
        .map(entry -> new Line(entry.name(), entry.date(), entry.to(), entry.subject()))
        .toList();
  }

  /** The mail of this name, whatever the name is; empty if there is none or it is no mail. */
  public Optional<StoredMail> find(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try {
      Path file = folder.message(name);
      return Files.size(file) > MOST_BYTES
          ? Optional.empty()
          : Optional.of(read(Files.readAllBytes(file)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (MessagingException | IllegalArgumentException notAMail) {
      return Optional.empty();
    }
  }

  private static StoredMail read(byte[] source) throws MessagingException {
    MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(source));
    List<Header> headers = new ArrayList<>();
    for (jakarta.mail.Header header : Collections.list(message.getAllHeaders())) {
      headers.add(new Header(header.getName(), decoded(MimeUtility.unfold(header.getValue()))));
    }
    String text = content(message, "text/plain", 0);
    return new StoredMail(
        headers, text == null ? "" : text, content(message, "text/html", 0), source);
  }

  private static String decoded(String value) {
    try {
      return MimeUtility.decodeText(value);
    } catch (UnsupportedEncodingException unknown) {
      return value;
    }
  }

  /** What the first part of this type says; null where that cannot be told. */
  private static @Nullable String content(Part part, String type, int depth) {
    try {
      return part.isMimeType(type)
          ? (part.getContent() instanceof String words ? words : null)
          : contentWithin(part, type, depth);
    } catch (MessagingException | IOException unreadable) {
      return null;
    }
  }

  private static @Nullable String contentWithin(Part part, String type, int depth)
      throws MessagingException, IOException {
    if (depth < MOST_DEPTH && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = content(parts.getBodyPart(i), type, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
