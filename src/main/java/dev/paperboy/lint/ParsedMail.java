package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail as the rules see it: the octets, the fields and parts in them, and what they say. */
final class ParsedMail {

  private final String raw;
  private final MimePart root;
  private final @Nullable TextPart text;
  private final @Nullable TextPart html;
  private final @Nullable Page page;

  private ParsedMail(String raw) {
    this.raw = raw;
    this.root = new MimeReader(raw).read();
    this.text = first("text/plain");
    this.html = first("text/html");
    this.page = html == null ? null : Page.of(html.content()).orElse(null);
  }

  static ParsedMail of(byte[] message) {
    return new ParsedMail(new String(message, StandardCharsets.ISO_8859_1));
  }

  private @Nullable TextPart first(String type) {
    return root.tree()
        .filter(part -> part.type().equals(type))
        .findFirst()
        .map(TextPart::of)
        .orElse(null);
  }

  /** The message; an octet is a character. */
  String raw() {
    return raw;
  }

  MimePart root() {
    return root;
  }

  HeaderBlock head() {
    return root.head();
  }

  /** The first plain text part. */
  Optional<TextPart> text() {
    return Optional.ofNullable(text);
  }

  /** The first HTML part. */
  Optional<TextPart> html() {
    return Optional.ofNullable(html);
  }

  /** The HTML taken apart; empty where there is none, or far too much. */
  Optional<Page> page() {
    return Optional.ofNullable(page);
  }

  /** The subject as people read it; {@code ""} where there is none. */
  String subject() {
    return head().first("Subject").map(HeaderField::decoded).orElse("");
  }

  /** What kind of mail it is: what is expected, else what its headers say. */
  Kind kind(Expected expected) {
    if (expected.kind() != Kind.UNKNOWN) {
      return expected.kind();
    }
    if (head().value("Auto-Submitted").equalsIgnoreCase("auto-replied")) {
      return Kind.ANSWER;
    }
    boolean list = head().fields().stream().anyMatch(ParsedMail::isOfList);
    return list ? Kind.LIST : Kind.UNKNOWN;
  }

  private static boolean isOfList(HeaderField field) {
    return field.name().regionMatches(true, 0, "List-", 0, 5)
        || (field.name().equalsIgnoreCase("Precedence") && field.value().matches("(?i)bulk|list"));
  }
}
