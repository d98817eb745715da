package dev.paperboy.lint;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text part and what it says.
 *
 * @param content of a very long part the beginning
 * @param octets how long it is decoded
 * @param faults why it could not be decoded as it should; sentences
 */
record TextPart(MimePart part, String content, int octets, List<String> faults) {

  /** Ten times what a mail may have: enough to judge, little enough to be quick. */
  private static final int MOST_READ = 1 << 20;

  static TextPart of(MimePart part) {
    List<String> faults = new ArrayList<>();
    boolean cut = part.body().length() > MOST_READ;
    String body = cut ? part.body().substring(0, MOST_READ) : part.body();
    byte[] octets = octets(body, part.encoding(), faults);
    String content = cut ? new String(octets, StandardCharsets.UTF_8) : text(octets, part, faults);
    return new TextPart(part, content, octets.length, List.copyOf(faults));
  }

  private static byte[] octets(String body, String encoding, List<String> faults) {
    byte[] encoded = body.getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(encoded), encoding)) {
      return in.readAllBytes();
    } catch (MessagingException | IOException broken) {
      faults.add("cannot be decoded from " + Findings.quoted(encoding));
      return encoded;
    }
  }

  private static String text(byte[] octets, MimePart part, List<String> faults) {
    String name = part.parameter("charset");
    try {
      Charset charset = name.isEmpty() ? StandardCharsets.US_ASCII : Charset.forName(name);
      return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException broken) {
      faults.add("has octets that are not " + (name.isEmpty() ? "ASCII" : name));
    } catch (IllegalArgumentException | UnsupportedOperationException unknown) {
      faults.add("names a charset that nobody knows: " + Findings.quoted(name));
    }
    return new String(octets, StandardCharsets.UTF_8);
  }
}
