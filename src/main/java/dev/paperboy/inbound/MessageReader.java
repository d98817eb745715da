package dev.paperboy.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart. What is damaged is read as far as it goes; what is too large, too deep or
 * has too many parts is refused before it can cost anything.
 */
final class MessageReader {

  static final int LARGEST = 256 * 1024;
  static final int DEEPEST = 20;
  static final int MOST_PARTS = 50;

  private int count;

  private MessageReader() {}

  /**
   * @throws RefusedMail if a limit is exceeded
   */
  static InboundMail read(byte[] message) throws RefusedMail {
    if (message.length > LARGEST) {
      throw new RefusedMail("it is larger than " + LARGEST / 1024 + " KB");
    }
    String octets = new String(message, StandardCharsets.ISO_8859_1);
    return new InboundMail(new MessageReader().message(withoutEnvelopeLine(octets), 0));
  }

  /** An MTA puts a line before what it pipes into a program, as in a mailbox file (RFC 4155). */
  private static String withoutEnvelopeLine(String octets) {
    return octets.startsWith("From ") ? octets.substring(octets.indexOf('\n') + 1) : octets;
  }

  private Part message(String octets, int depth) throws RefusedMail {
    ByteArrayInputStream in = stream(octets);
    InternetHeaders head = head(in).orElseGet(InternetHeaders::new);
    return part(head, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1), depth);
  }

  private Part part(InternetHeaders head, String body, int depth) throws RefusedMail {
    if (depth > DEEPEST) {
      throw new RefusedMail("its parts lie more than " + DEEPEST + " deep");
    }
    count++;
    if (count > MOST_PARTS) {
      throw tooMany();
    }
    String named = Part.fields(head, "Content-Type").findFirst().orElse("text/plain");
    String type = "";
    Map<String, String> parameters = Map.of();
    try {
      ContentType parsed = new ContentType(named);
      type = parsed.getBaseType().toLowerCase(Locale.ROOT);
      parameters = parameters(parsed.getParameterList());
    } catch (MessagingException unreadable) {
      // It stays a part of no known type.
    }
    String boundary = parameters.getOrDefault("boundary", "");
    if (type.startsWith("multipart/") && !boundary.isEmpty()) {
      return new Part(head, type, parameters, body, multipart(named, boundary, body, depth));
    }
    String content = decoded(head, body);
    List<Part> embedded =
        type.equals("message/rfc822") || type.equals("message/global")
            ? List.of(message(content.stripLeading(), depth + 1))
            : List.of();
    return new Part(head, type, parameters, content, embedded);
  }

  private List<Part> multipart(String type, String boundary, String body, int depth)
      throws RefusedMail {
    // Looked at first, as the library makes all parts at once.
    if (occurrences(body, "--" + boundary) > MOST_PARTS + 1) {
      throw tooMany();
    }
    List<Part> parts = new ArrayList<>();
    try {
      MimeMultipart multipart = new MimeMultipart(new ByteArrayDataSource(stream(body), type));
      for (int i = 0; i < multipart.getCount(); i++) {
        MimeBodyPart child = (MimeBodyPart) multipart.getBodyPart(i);
        InternetHeaders head = new InternetHeaders();
        Collections.list(child.getAllHeaders())
            .forEach(header -> head.addHeader(header.getName(), header.getValue()));
        try (InputStream in = child.getRawInputStream()) {
          parts.add(
              part(head, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1), depth + 1));
        }
      }
    } catch (MessagingException | IOException damaged) {
      // What was read so far is all there is.
    }
    return parts;
  }

  /** The header lines from here to the next empty line; empty at the end of the stream. */
  static Optional<InternetHeaders> head(ByteArrayInputStream in) {
    if (in.available() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InternetHeaders(in));
    } catch (MessagingException impossible) {
      throw new IllegalStateException("Bytes in memory can be read.", impossible);
    }
  }

  /** As much of it as can be decoded. */
  private static String decoded(InternetHeaders head, String body) {
    String encoding =
        Part.fields(head, "Content-Transfer-Encoding")
            .findFirst()
            .orElse("7bit")
            .toLowerCase(Locale.ROOT);
    if (!encoding.equals("base64") && !encoding.equals("quoted-printable")) {
      return body;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = MimeUtility.decode(stream(body), encoding)) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        content.write(octet);
      }
    } catch (MessagingException | IOException cutOff) {
      // The rest is lost.
    }
    // What cannot be decoded at all must not look like nothing.
    return content.size() == 0 && !body.isBlank()
        ? body
        : content.toString(StandardCharsets.ISO_8859_1);
  }

  private static int occurrences(String text, String wanted) {
    int found = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
      found++;
    }
    return found;
  }

  private static Map<String, String> parameters(@Nullable ParameterList list) {
    Map<String, String> parameters = new HashMap<>();
    if (list != null) {
      for (String name : Collections.list(list.getNames())) {
        parameters.put(name.toLowerCase(Locale.ROOT), list.get(name));
      }
    }
    return parameters;
  }

  private static RefusedMail tooMany() {
    return new RefusedMail("it has more than " + MOST_PARTS + " parts");
  }

  private static ByteArrayInputStream stream(String octets) {
    return new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
