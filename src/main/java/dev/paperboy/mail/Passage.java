package dev.paperboy.mail;

import java.nio.charset.StandardCharsets;

/**
 * Whole lines of one part of a mail, with their encoding: made once, it can stand in any number of
 * mails, as no line's encoding depends on the lines around it. Immutable.
 */
public final class Passage {

  private final String text;
  private final int octets;
  private final byte[] encoded;

  private Passage(String text, String written) {
    byte[] octets = written.getBytes(StandardCharsets.UTF_8);
    this.text = text;
    this.octets = octets.length;
    this.encoded = QuotedPrintable.encode(octets);
  }

  /** Lines of HTML; a line end is added where the last one has none. */
  public static Passage html(String html) {
    String clean = MailText.clean(ended(html));
    return new Passage(clean, clean);
  }

  /** Lines of plain text, each a paragraph; a line end is added where the last one has none. */
  public static Passage plain(String text) {
    String clean = MailText.clean(ended(text));
    return new Passage(clean, FlowedText.of(clean));
  }

  private static String ended(String lines) {
    return lines.endsWith("\n") ? lines : lines + "\n";
  }

  /** The lines as they were written, cleaned. */
  public String text() {
    return text;
  }

  /** The length in octets of UTF-8, wrapped as it is sent. */
  int octets() {
    return octets;
  }

  /** The length as sent. */
  public int encodedOctets() {
    return encoded.length;
  }

  /** Quoted-printable octets; not to be changed by who asks. */
  byte[] encoded() {
    return encoded;
  }
}
