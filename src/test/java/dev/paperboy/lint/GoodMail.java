package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.lint.Expected.Reader;
import dev.paperboy.lint.Expected.ReaderTokens;
import dev.paperboy.lint.Expected.Sender;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.OutgoingMail.Envelope;
import dev.paperboy.mail.OutgoingMail.Header;
import dev.paperboy.mail.OutgoingMail.MailBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mail that breaks no rule, and ways to change it. */
final class GoodMail {

  static final String STRANGER = "bo@example.org";

  private static final EmailAddress FROM = address("digest@paperboy.example");
  private static final EmailAddress ADA = address("ada@example.org");
  private static final String BOUNCE = "bounces+BBBBaaaabbbbccccddddeeee@bounce.example";
  private static final String SIGNED =
      "From:From:To:To:Subject:Subject:Date:Date:Reply-To:Reply-To: Content-Type:Content-Type:"
          + "Message-ID:MIME-Version:List-Id: List-Unsubscribe:List-Unsubscribe-Post:"
          + "Feedback-ID:Auto-Submitted";

  private GoodMail() {}

  static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }

  static Expected expected() {
    return expected(Kind.LIST, BOUNCE, true);
  }

  static Expected expected(Kind kind, String envelopeSender, boolean signed) {
    return new Expected(
        kind,
        new Sender(
            FROM,
            "bounce.example",
            "paperboy.example",
            URI.create("https://paperboy.example"),
            signed),
        new Reader(
            ADA,
            envelopeSender,
            new ReaderTokens(
                "UUUUaaaabbbbccccddddeeeeffff",
                "IIIIaaaabbbbccccddddeeeeffff",
                "RRRRaaaabbbbccccddddeeeeffff")),
        Set.of(STRANGER, "NNNNaaaabbbbccccddddeeeeffff"));
  }

  static byte[] bytes() {
    return written(text(), html());
  }

  /** The octets changed; an octet is a character. */
  static byte[] raw(UnaryOperator<String> change) {
    return octets(change.apply(new String(bytes(), StandardCharsets.ISO_8859_1)));
  }

  static byte[] octets(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] withHtml(UnaryOperator<String> change) {
    return written(text(), change.apply(html()));
  }

  static byte[] withText(UnaryOperator<String> change) {
    return written(change.apply(text()), html());
  }

  static byte[] written(String text, @Nullable String html) {
    return new MimeWriter(DkimSigner.NONE)
        .bytes(
            new OutgoingMail(
                new Envelope(address(BOUNCE), ADA),
                new MailHead(
                    "<MMMMaaaabbbbccccddddeeeeffff@paperboy.example>",
                    Instant.parse("2025-12-05T06:30:00Z"),
                    new Mailbox("Paperboy", FROM),
                    new Mailbox("", address("reply+RRRRaaaabbbbccccddddeeeeffff@paperboy.example")),
                    "Two papers on lanterns · 5 Dec"),
                headers(),
                new MailBody(text, html)));
  }

  private static List<Header> headers() {
    return List.of(
        new Header("List-Id", "<digest.paperboy.example>"),
        new Header(
            "List-Unsubscribe",
            "<https://paperboy.example/unsubscribe/UUUUaaaabbbbccccddddeeeeffff>,"
                + " <mailto:reply+RRRRaaaabbbbccccddddeeeeffff@paperboy.example?subject=unsubscribe>"),
        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        new Header("List-Post", "NO"),
        new Header("List-Help", "<mailto:help@paperboy.example>"),
        new Header("List-Owner", "<mailto:owner@paperboy.example>"),
        new Header("Auto-Submitted", "auto-generated"),
        new Header("Precedence", "bulk"),
        new Header("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN"),
        new Header("Feedback-ID", "digest:paperboy:paperboy.example"),
        new Header("DKIM-Signature", signature()));
  }

  /** Of the right form; that it verifies is judged elsewhere. */
  private static String signature() {
    return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=paperboy.example; s=one; h="
        + SIGNED
        + "; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b="
        + ("A".repeat(60) + " ").repeat(5)
        + "A".repeat(42)
        + "==";
  }

  static String text() {
    return resource("good.txt");
  }

  static String html() {
    return resource("good.html");
  }

  private static String resource(String name) {
    try (InputStream in = GoodMail.class.getResourceAsStream("/lint/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
