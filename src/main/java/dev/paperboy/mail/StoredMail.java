package dev.paperboy.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of a local mailbox, taken apart. Nothing in it is to be trusted.
 *
 * @param headers in their order, decoded
 * @param text its plain text; empty where it has none
 * @param html its HTML; null where it has none
 * @param source the bytes as they would be sent
 */
public record StoredMail(List<Header> headers, String text, @Nullable String html, byte[] source) {

  /** A header field, in one line. */
  public record Header(String name, String value) {}

  public StoredMail {
    headers = List.copyOf(headers);
  }

  /** The value of the first header of this name; empty if there is none. */
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }
}
