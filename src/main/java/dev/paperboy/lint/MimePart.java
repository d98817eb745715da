package dev.paperboy.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message, or a part of one, as it stands there.
 *
 * @param type such as {@code text/plain}, in lower case; {@code ""} where it cannot be read
 * @param parameters of the type, names in lower case
 * @param body an octet is a character; {@code ""} where it was taken apart into parts
 * @param parts those of a multipart, in order
 */
record MimePart(
    HeaderBlock head,
    String type,
    Map<String, String> parameters,
    String body,
    List<MimePart> parts) {

  /** The transfer encoding in lower case; {@code 7bit} where none is named (RFC 2045 section 6). */
  String encoding() {
    String named = head.value("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
    return named.isEmpty() ? "7bit" : named;
  }

  /** A parameter of the type; {@code ""} where it is not given. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The part and all within it, outer ones first. */
  Stream<MimePart> tree() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::tree));
  }
}
