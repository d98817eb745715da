package dev.paperboy.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message, or a part of one.
 *
 * @param type such as {@code text/plain}, in lower case; {@code ""} where it cannot be read
 * @param parameters of the type, names in lower case
 * @param octets the content, its transfer encoding undone; an octet is a character
 * @param parts those of a multipart; of an embedded message that message alone
 */
record Part(
    Head head, String type, Map<String, String> parameters, String octets, List<Part> parts) {

  private static final int MOST_BLOCKS = 50;

  /** The first field of that name, unfolded. */
  Optional<String> field(String name) {
    return fields(name).findFirst();
  }

  Stream<String> fields(String name) {
    return head.values(name);
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
  List<Head> fieldBlocks() {
    return fieldBlocks(octets);
  }

  /** The same in any text. */
  static List<Head> fieldBlocks(String text) {
    List<Head> blocks = new ArrayList<>();
    for (int at = 0; at < text.length() && blocks.size() < MOST_BLOCKS; ) {
      Head.Parsed block = Head.parse(text, at);
      if (!block.head().fields().isEmpty()) {
        blocks.add(block.head());
      }
      at = block.end();
    }
    return blocks;
  }

  /** The content as people read it; of a page only its words. */
  String text() {
    return type.equals("text/html") ? HtmlLines.of(page()) : page();
  }

  /** The content with its tags. */
  String page() {
    String charset = parameters.getOrDefault("charset", "utf-8");
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), EncodedWords.charset(charset));
  }
}
