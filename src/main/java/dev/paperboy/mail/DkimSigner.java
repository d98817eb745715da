package dev.paperboy.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Signs finished messages (DKIM, RFC 6376; Ed25519 by RFC 8463), header and body relaxed. The same
 * message at the same time gets the same signatures. Threads may share it.
 *
 * @param domain who vouches for the mail, {@code d=}
 * @param seals the signatures to make, in this order; none: mail stays unsigned
 */
public record DkimSigner(String domain, List<Seal> seals) {

  /** Signs nothing. */
  public static final DkimSigner NONE = new DkimSigner("", List.of());

  private static final int WIDTH = 74;

  /**
   * One signature.
   *
   * @param selector where in DNS the key's record stands
   */
  public record Seal(String selector, DkimKey key) {}

  public DkimSigner {
    seals = List.copyOf(seals);
  }

  /**
   * The DKIM-Signature fields for the message, to be sent before it; empty without seals.
   *
   * @param message header and body, lines ended by CRLF
   * @param at the time of signing that is stated
   */
  public byte[] signatures(byte[] message, Instant at) {
    if (seals.isEmpty()) {
      return new byte[0];
    }
    DkimHeader header = DkimHeader.of(message);
    byte[] hash = DkimBody.hash(message, header.length());
    String bodyHash = Base64.getEncoder().encodeToString(hash);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 * seals.size());
    for (Seal seal : seals) {
      out.writeBytes(ascii(field(seal, at, header, bodyHash)));
    }
    return out.toByteArray();
  }

  private String field(Seal seal, Instant at, DkimHeader header, String bodyHash) {
    String unsigned =
        "DKIM-Signature: v=1; a="
            + seal.key().algorithm().word()
            + "-sha256; c=relaxed/relaxed;\r\n d="
            + domain
            + "; s="
            + seal.selector()
            + ";\r\n t="
            + at.getEpochSecond()
            + ";\r\n h="
            + folded(header.signedNames(), ':')
            + ";\r\n bh="
            + bodyHash
            + ";\r\n b=";
    byte[] signature = seal.key().sign(ascii(header.signedFields() + DkimHeader.relaxed(unsigned)));
    return unsigned + folded(Base64.getEncoder().encodeToString(signature)) + "\r\n";
  }

  /** Base64 may be broken anywhere (RFC 6376 section 3.5, FWS in {@code b=}). */
  private static String folded(String base64) {
    StringBuilder out = new StringBuilder(base64.length() + 32);
    for (int start = 0; start < base64.length(); start += WIDTH) {
      out.append("\r\n ").append(base64, start, Math.min(base64.length(), start + WIDTH));
    }
    return out.toString();
  }

  /** A list may be broken behind its separator. */
  private static String folded(List<String> words, char separator) {
    StringBuilder out = new StringBuilder();
    int width = 0;
    for (String word : words) {
      if (!out.isEmpty()) {
        out.append(separator);
        if (width + word.length() > WIDTH) {
          out.append("\r\n ");
          width = 0;
        }
      }
      out.append(word);
      width += word.length() + 1;
    }
    return out.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
