package dev.paperboy.mail;

import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.OutgoingMail.MailBody;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a mail as the bytes that travel (RFC 5322, RFC 2045 to 2047): CRLF everywhere, ASCII
 * headers, text and HTML as quoted-printable UTF-8, signed with DKIM. The same mail gives the same
 * bytes. Has no state and may be shared by threads.
 *
 * <p>What it changes in the content: text is composed to NFC; control characters (but line break
 * and tab), U+FFFD and broken surrogate pairs are left out; white space at the end of a line of the
 * text part is dropped; in subject and names runs of white space are one space, and 300 characters
 * are the most.
 */
public final class MimeWriter {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** What the writer itself sets, or what must never leave (RFC 5322 section 3.6). */
  private static final Set<String> RESERVED =
      Set.of(
          "date",
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "subject",
          "message-id",
          "mime-version",
          "return-path",
          "received");

  private static final int LONGEST_LINE = 998;

  /** Shorter lines need no folding (RFC 5322 section 2.1.1). */
  private static final int WIDTH = 76;

  private static final byte[] PLAIN = partHead("text/plain; charset=UTF-8; format=flowed");
  private static final byte[] HTML = partHead("text/html; charset=UTF-8");

  private final DkimSigner signer;

  static {
    // Else the library searches for its stream provider at every encoded word: 0.3 ms a mail.
    String property = "jakarta.mail.util.StreamProvider";
    if (System.getProperty(property) == null) {
      System.setProperty(property, "org.eclipse.angus.mail.util.MailStreamProvider");
    }
  }

  public MimeWriter(DkimSigner signer) {
    this.signer = signer;
  }

  /**
   * The whole message, signed.
   *
   * @throws IllegalArgumentException if a header could not be written without changing what it
   *     says, such as a Message-ID with a line break
   */
  public byte[] bytes(OutgoingMail mail) {
    byte[] message = joined(pieces(mail));
    byte[] signatures = signer.signatures(message, mail.head().date());
    return signatures.length == 0 ? message : joined(List.of(signatures, message));
  }

  private static List<byte[]> pieces(OutgoingMail mail) {
    MailBody body = mail.body();
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(ascii(head(mail)));
    BodyText html = body.html();
    if (html == null) {
      pieces.add(PLAIN);
      pieces.addAll(body.text().encoded());
    } else {
      String boundary = boundary(mail.head());
      pieces.add(
          ascii(
              "Content-Type: multipart/alternative;\r\n boundary=\""
                  + boundary
                  + "\"\r\n\r\n--"
                  + boundary
                  + "\r\n"));
      pieces.add(PLAIN);
      pieces.addAll(body.text().encoded());
      pieces.add(ascii("\r\n--" + boundary + "\r\n"));
      pieces.add(HTML);
      pieces.addAll(html.encoded());
      pieces.add(ascii("\r\n--" + boundary + "--\r\n"));
    }
    return pieces;
  }

  private static byte[] joined(List<byte[]> pieces) {
    byte[] whole = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, whole, at, piece.length);
      at += piece.length;
    }
    return whole;
  }

  private static String head(OutgoingMail mail) {
    MailHead head = mail.head();
    StringBuilder out = new StringBuilder(1024);
    write(out, "Date", DATE.format(head.date()));
    write(out, "From", mailbox(head.from()));
    Mailbox replyTo = head.replyTo();
    if (replyTo != null) {
      write(out, "Reply-To", mailbox(replyTo));
    }
    write(out, "To", HeaderGuard.address(mail.envelope().recipient()));
    String subject = HeaderGuard.text(head.subject());
    write(out, "Subject", subject.isEmpty() ? "(no subject)" : encoded(subject));
    write(out, "Message-ID", head.messageId());
    further(mail.headers(), out);
    write(out, "MIME-Version", "1.0");
    return out.toString();
  }

  private static void further(List<Header> headers, StringBuilder out) {
    Set<String> seen = new HashSet<>(RESERVED);
    for (Header header : headers) {
      String key = HeaderGuard.name(header.name()).toLowerCase(Locale.ROOT);
      if (key.startsWith("content-") || key.startsWith("resent-") || !seen.add(key)) {
        throw new IllegalArgumentException(
            "The header " + header.name() + " may not be set, or not twice.");
      }
      write(out, header.name(), encoded(HeaderGuard.exact(header.name(), header.value())));
    }
  }

  private static void write(StringBuilder out, String name, String value) {
    String whole = name + ": " + HeaderGuard.exact(name, value).stripTrailing();
    if (whole.length() <= WIDTH) {
      out.append(whole).append("\r\n");
      return;
    }
    String folded = folded(whole);
    if (folded.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw new IllegalArgumentException("The header " + name + " is too long for one line.");
    }
    out.append(folded).append("\r\n");
  }

  /** Broken before the last blank that fits, or else the first one (RFC 5322 section 2.2.3). */
  private static String folded(String field) {
    StringBuilder out = new StringBuilder(field.length() + 32);
    int start = 0;
    while (field.length() - start > WIDTH) {
      int blank = field.lastIndexOf(' ', start + WIDTH);
      if (blank <= start) {
        blank = field.indexOf(' ', start + WIDTH);
      }
      if (blank < 0) {
        break;
      }
      out.append(field, start, blank).append("\r\n");
      start = blank;
    }
    return out.append(field, start, field.length()).toString();
  }

  private static String mailbox(Mailbox mailbox) {
    String address = HeaderGuard.address(mailbox.address());
    String name = HeaderGuard.text(mailbox.name());
    try {
      return name.isEmpty() ? address : new InternetAddress(address, name, "UTF-8").toString();
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every Java has UTF-8.", impossible);
    }
  }

  private static String encoded(String value) {
    try {
      return MimeUtility.encodeText(value, "UTF-8", null);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every Java has UTF-8.", impossible);
    }
  }

  /** {@code =_} cannot stand in quoted-printable text, so no content can hold the boundary. */
  private static String boundary(MailHead head) {
    return "=_" + Fingerprint.of(head.messageId(), 32);
  }

  private static byte[] partHead(String type) {
    return ascii(
        "Content-Type: " + type + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
