package dev.paperboy.template;

import dev.paperboy.text.ShortText;

/**
 * Who a mail comes from, as the templates see it.
 *
 * @param name the sender's name
 * @param address the sender's address
 * @param postalAddress may be {@code ""}
 * @param website the home page of this Paperboy
 */
public record Sender(String name, String address, String postalAddress, String website) {

  private static final String NAMELESS = "Paperboy";

  /** The same with every text fit for one line, and a name in any case. */
  public static Sender of(String name, String address, String postalAddress, String website) {
    return new Sender(
        name.isBlank() ? NAMELESS : ShortText.line(name).strip(),
        address,
        ShortText.line(postalAddress).strip(),
        website);
  }
}
