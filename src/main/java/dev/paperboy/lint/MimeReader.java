package dev.paperboy.lint;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a message apart (RFC 2046), at most 20 levels deep and into 100 parts. */
final class MimeReader {

  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 100;

  private final String raw;
  private int parts;

  MimeReader(String raw) {
    this.raw = raw;
  }

  /** The whole message. */
  MimePart read() {
    return read(0, raw.length(), 1, 0);
  }

  private MimePart read(int start, int end, int line, int depth) {
    parts++;
    HeaderBlock head = HeaderBlock.read(raw, start, end, line);
    String type = "text/plain";
    Map<String, String> parameters = Map.of();
    String named = head.value("Content-Type");
    if (!named.isEmpty()) {
      try {
        ContentType parsed = new ContentType(named);
        type = parsed.getBaseType().toLowerCase(Locale.ROOT);
        parameters = parameters(parsed.getParameterList());
      } catch (ParseException unreadable) {
        type = "";
      }
    }
    String boundary = parameters.getOrDefault("boundary", "");
    boolean whole = !type.startsWith("multipart/") || boundary.isEmpty() || depth == DEEPEST;
    List<MimePart> children =
        whole ? List.of() : children(head.bodyStart(), end, head.bodyLine(), boundary, depth + 1);
    String body = children.isEmpty() ? raw.substring(Math.min(head.bodyStart(), end), end) : "";
    return new MimePart(head, type, parameters, body, children);
  }

  private List<MimePart> children(int start, int end, int firstLine, String boundary, int depth) {
    String delimiter = "--" + boundary;
    List<MimePart> children = new ArrayList<>();
    int partStart = -1;
    int partLine = 0;
    int line = firstLine;
    for (int at = start; at < end && parts < MOST_PARTS; line++) {
      int feed = raw.indexOf('\n', at);
      int next = feed < 0 || feed >= end ? end : feed + 1;
      if (raw.startsWith(delimiter, at)) {
        if (partStart >= 0) {
          children.add(read(partStart, beforeBreak(at, partStart), partLine, depth));
        }
        partStart = raw.startsWith("--", at + delimiter.length()) ? -1 : next;
        partLine = line + 1;
        if (partStart < 0) {
          return children;
        }
      }
      at = next;
    }
    if (partStart >= 0 && partStart < end) {
      children.add(read(partStart, end, partLine, depth));
    }
    return children;
  }

  /** The line break before a boundary belongs to the boundary (RFC 2046 section 5.1.1). */
  private int beforeBreak(int at, int partStart) {
    int end = at > partStart && raw.charAt(at - 1) == '\n' ? at - 1 : at;
    return end > partStart && raw.charAt(end - 1) == '\r' ? end - 1 : end;
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
