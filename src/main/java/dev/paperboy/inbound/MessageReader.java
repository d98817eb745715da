package dev.paperboy.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
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
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart. What is damaged is read as far as it goes; of what is too large, too deep
 * or has too many parts, the beginning is read, and {@link InboundMail#limit} says why not more.
 * The cost grows no faster than the size.
 */
final class MessageReader {

  static final int LARGEST = 256 * 1024;
  static final int DEEPEST = 20;
  static final int MOST_PARTS = 50;

  private static final int LONGEST_BOUNDARY = 200;

  private int count;
  private String limit = "";

  private MessageReader() {}

  /** Reads it, or as much of it as the limits allow. */
  static InboundMail read(byte[] message) {
    MessageReader reader = new MessageReader();
    if (message.length > LARGEST) {
      reader.limit = "it is larger than " + LARGEST / 1024 + " KB";
    }
    String octets =
        new String(message, 0, Math.min(message.length, LARGEST), StandardCharsets.ISO_8859_1);
    Part root = reader.message(withoutEnvelopeLine(octets), 0);
    return new InboundMail(root, reader.limit);
  }

  /** An MTA puts a line before what it pipes into a program, as in a mailbox file (RFC 4155). */
  private static String withoutEnvelopeLine(String octets) {
    return octets.startsWith("From ") ? octets.substring(octets.indexOf('\n') + 1) : octets;
  }

  private Part message(String octets, int depth) {
    Head.Parsed parsed = Head.parse(octets, 0);
    return part(parsed.head(), octets.substring(parsed.end()), depth);
  }

  private Part part(Head head, String body, int depth) {
    count++;
    String named = head.values("Content-Type").findFirst().orElse("text/plain");
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
    if (type.startsWith("multipart/")
        && !boundary.isEmpty()
        && boundary.length() <= LONGEST_BOUNDARY) {
      return new Part(head, type, parameters, body, multipart(boundary, body, depth));
    }
    String content = decoded(head, body);
    List<Part> embedded =
        (type.equals("message/rfc822") || type.equals("message/global")) && mayGoOn(depth)
            ? List.of(message(content.stripLeading(), depth + 1))
            : List.of();
    return new Part(head, type, parameters, content, embedded);
  }

  private List<Part> multipart(String boundary, String body, int depth) {
    List<Part> parts = new ArrayList<>();
    for (String part : MultipartReader.parts(body, boundary, MOST_PARTS)) {
      if (mayGoOn(depth)) {
        parts.add(message(part, depth + 1));
      }
    }
    return parts;
  }

  private boolean mayGoOn(int depth) {
    String why = "";
    if (depth >= DEEPEST) {
      why = "its parts lie more than " + DEEPEST + " deep";
    } else if (count >= MOST_PARTS) {
      why = "it has more than " + MOST_PARTS + " parts";
    }
    limit = limit.isEmpty() ? why : limit;
    return why.isEmpty();
  }

  /** As much of it as can be decoded. */
  private static String decoded(Head head, String body) {
    String encoding =
        head.values("Content-Transfer-Encoding")
            .findFirst()
            .orElse("7bit")
            .toLowerCase(Locale.ROOT);
    if (!encoding.equals("base64") && !encoding.equals("quoted-printable")) {
      return body;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in =
        MimeUtility.decode(
            new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), encoding)) {
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

  private static Map<String, String> parameters(@Nullable ParameterList list) {
    Map<String, String> parameters = new HashMap<>();
    if (list != null) {
      for (String name : Collections.list(list.getNames())) {
        parameters.put(name.toLowerCase(Locale.ROOT), list.get(name));
      }
    }
    return parameters;
  }
}
