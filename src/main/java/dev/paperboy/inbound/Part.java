package dev.paperboy.inbound;

import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * A message, or a part of one.
 *
 * @param type such as {@code text/plain}, in lower case; {@code ""} where it cannot be read
 * @param parameters of the type, names in lower case
 * @param octets the content, its transfer encoding undone; an octet is a character
 * @param parts those of a multipart; of an embedded message that message alone
 */
record Part(
    InternetHeaders head,
    String type,
    Map<String, String> parameters,
    String octets,
    List<Part> parts) {

  /** Longer pages are not worth taking apart. */
  private static final int LONGEST_PAGE = 64 * 1024;

  /** The first field of that name, unfolded. */
  Optional<String> field(String name) {
    return fields(name).findFirst();
  }

  Stream<String> fields(String name) {
    return fields(head, name);
  }

  static Stream<String> fields(InternetHeaders head, String name) {
    String[] values = head.getHeader(name);
    return values == null
        ? Stream.empty()
        : Arrays.stream(values).map(value -> MimeUtility.unfold(value).strip());
  }

  /** The part and all within it, outer ones first. */
  Stream<Part> tree() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::tree));
  }

  /** Whether the type is one of these. */
  boolean is(String... types) {
    return List.of(types).contains(type);
  }

  /** Blocks of fields with empty lines between them (RFC 3464 section 2.1); the first fifty. */
  List<InternetHeaders> fieldBlocks() {
    ByteArrayInputStream in =
        new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1));
    return Stream.generate(() -> MessageReader.head(in))
        .limit(50)
        .takeWhile(block -> block.isPresent())
        .map(Optional::get)
        .filter(block -> block.getAllHeaderLines().hasMoreElements())
        .toList();
  }

  /** The content as people read it; of a page only its words. */
  String text() {
    return type.equals("text/html") ? Jsoup.parse(page()).wholeText() : decoded();
  }

  /** The content with its tags; of a long one the beginning. */
  String page() {
    String text = decoded();
    return text.substring(0, Math.min(text.length(), LONGEST_PAGE));
  }

  private String decoded() {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), charset());
  }

  private Charset charset() {
    String named = parameters.getOrDefault("charset", "utf-8").toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MimeUtility.javaCharset(named));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
