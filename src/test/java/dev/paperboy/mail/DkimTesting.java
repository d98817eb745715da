package dev.paperboy.mail;

import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimSigner.Seal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.mime4j.MimeException;

/** Keys to sign with, and Apache jDKIM, which shares no line with our signer, to verify. */
final class DkimTesting {

  static final DkimKey RSA = DkimKey.create(Algorithm.RSA);
  static final DkimKey ED25519 = DkimKey.create(Algorithm.ED25519);

  static final DkimSigner SIGNER = new DkimSigner("paperboy.example", List.of(new Seal("s1", RSA)));
  static final DkimSigner BOTH =
      new DkimSigner("paperboy.example", List.of(new Seal("s1", RSA), new Seal("e1", ED25519)));

  private static final Map<String, String> RECORDS =
      Map.of("s1", RSA.record(), "e1", ED25519.record());

  private DkimTesting() {}

  /**
   * The header as jDKIM parsed it. Its own class converts the header again for every name in a
   * signature, and searches the class path for the parser each time.
   */
  private record ParsedHeader(List<String> fields) implements Headers {

    @Override
    public List<String> getFields() {
      return fields;
    }

    @Override
    public List<String> getFields(String name) {
      return fields.stream()
          .filter(field -> field.split(":", 2)[0].strip().equalsIgnoreCase(name))
          .toList();
    }
  }

  static byte[] signed(DkimSigner signer, byte[] message) {
    String signature = text(signer.signatures(message, Mails.DATE));
    return bytes(signature + text(message));
  }

  /** The signatures that jDKIM finds good; it fails where none is. */
  static List<SignatureRecord> verified(byte[] signed) throws IOException, FailException {
    PublicKeyRecordRetriever dns =
        (method, selector, domain) -> {
          String record = RECORDS.get(selector.toString());
          if (record == null || !domain.toString().equals("paperboy.example")) {
            throw new PermFailException("no record");
          }
          return List.of(record);
        };
    try {
      Message message = new Message(new ByteArrayInputStream(signed));
      return new DKIMVerifier(dns)
          .verify(new ParsedHeader(message.getFields()), message.getBodyInputStream());
    } catch (MimeException e) {
      throw new PermFailException("no message", e);
    }
  }

  static boolean verifies(byte[] signed) throws IOException {
    try {
      return !verified(signed).isEmpty();
    } catch (FailException broken) {
      return false;
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
