package dev.paperboy.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code index.html} of a local mailbox shows. Remembers the head of every mail it has read,
 * so that a mail costs one small read however many there are. May be shared by threads.
 */
final class MailboxIndex {

  private static final int HEAD_BYTES = 16 * 1024;

  private final MailboxFolder folder;
  private final Map<String, Entry> known = new HashMap<>();
  private final Map<String, String> namesByHash = new HashMap<>();
  private boolean scanned;

  MailboxIndex(MailboxFolder folder) {
    this.folder = folder;
  }

  /**
   * A line of the index.
   *
   * @param name the mail's files, without ending
   * @param view the file to look at in a browser; null where there is none
   */
  record Entry(String name, Instant date, String to, String subject, @Nullable String view) {}

  /** The name of a mail written before, by the hash of its Message-ID. */
  synchronized Optional<String> nameWith(String hash) throws IOException {
    if (!scanned) {
      refresh();
    }
    return Optional.ofNullable(namesByHash.get(hash));
  }

  /** The mail was written, for the first time or again. */
  synchronized void changed(String name) throws IOException {
    add(name);
  }

  /** Looks for mails that other processes wrote or removed, then replaces the page. */
  synchronized void write() throws IOException {
    folder.write("index.html", MailboxPage.of(newestFirst()).getBytes(StandardCharsets.UTF_8));
  }

  /** All mails that are there now. */
  synchronized List<Entry> newestFirst() throws IOException {
    refresh();
    return known.values().stream()
        .sorted(Comparator.comparing(Entry::date).reversed().thenComparing(Entry::name))
        .toList();
  }

  private void refresh() throws IOException {
    List<String> names = folder.mails();
    known.keySet().retainAll(Set.copyOf(names));
    namesByHash.values().retainAll(known.keySet());
    for (String name : names) {
      if (!known.containsKey(name)) {
        add(name);
      }
    }
    scanned = true;
  }

  private void add(String name) throws IOException {
    known.put(name, read(name));
    namesByHash.put(name.substring(name.lastIndexOf('_') + 1), name);
  }

  private Entry read(String name) throws IOException {
    InternetHeaders head = head(name);
    return new Entry(
        name,
        date(head.getHeader("Date", null)),
        decoded(head.getHeader("To", ", ")),
        decoded(head.getHeader("Subject", " ")),
        view(name));
  }

  private InternetHeaders head(String name) throws IOException {
    try (InputStream in = Files.newInputStream(folder.message(name))) {
      return new InternetHeaders(new ByteArrayInputStream(in.readNBytes(HEAD_BYTES)));
    } catch (MessagingException | NoSuchFileException unreadable) {
      return new InternetHeaders();
    }
  }

  private @Nullable String view(String name) {
    if (folder.has(name + ".html")) {
      return name + ".html";
    }
    return folder.has(name + ".txt") ? name + ".txt" : null;
  }

  private static Instant date(@Nullable String header) {
    try {
      return header == null ? Instant.EPOCH : new MailDateFormat().parse(header).toInstant();
    } catch (java.text.ParseException notADate) {
      return Instant.EPOCH;
    }
  }

  private static String decoded(@Nullable String header) {
    try {
      return header == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException unknown) {
      return header == null ? "" : header;
    }
  }
}
