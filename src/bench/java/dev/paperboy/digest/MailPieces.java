package dev.paperboy.digest;

import dev.paperboy.bench.RealPapers;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.ListHeaders;
import dev.paperboy.mail.MailHead;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.template.RenderedMail;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one mail costs: a digest of ten real papers, rendered, made into MIME and signed, for a
 * hundred readers in turn who share some of their papers. By JMH, on one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MailPieces {

  private static final int READERS = 100;

  /** The folder of real papers. */
  @Param("../shared/data")
  String data = "";

  private final List<Digest> digests = new ArrayList<>();
  private DigestRenderer renderer = renderer();
  private byte[] finished = {};
  private MimeWriter plain = new MimeWriter(DkimSigner.NONE);
  private MimeWriter signing = plain;
  private byte[] header = {};
  private final DkimKey key = DkimKey.create(DkimKey.Algorithm.RSA);
  private final DkimSigner signer =
      new DkimSigner("paperboy.example", List.of(new DkimSigner.Seal("s1", key)));
  private final PrivateKey secret = secret(key);
  private int next;

  /** Composes the digests of the readers. */
  @Setup
  public void compose() {
    RealPapers real = RealPapers.in(Path.of(data));
    digests.addAll(TenPapers.digests(real, READERS));
    signing = new MimeWriter(signer);
    finished = plain.bytes(mail(0));
    header = "x".repeat(1200).getBytes(StandardCharsets.US_ASCII);
  }

  private static DigestRenderer renderer() {
    return new DigestRenderer(new Templates(Path.of("templates")), TenPapers.SENDER);
  }

  private static PrivateKey secret(DkimKey key) {
    try {
      String base64 = key.pem().replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int number() {
    next = (next + 1) % READERS;
    return next;
  }

  private RenderedMail render(int reader) {
    URI page = URI.create("https://paperboy.example/interests/" + token(reader));
    URI leave = URI.create("https://paperboy.example/unsubscribe/" + token(reader));
    return renderer.render(
        digests.get(reader),
        new Recipient(address(reader), leave, page, page, page, DigestWishes.Format.HTML));
  }

  private OutgoingMail mail(int reader) {
    RenderedMail rendered = render(reader);
    URI leave = URI.create("https://paperboy.example/unsubscribe/" + token(reader));
    ListHeaders list = new ListHeaders("paperboy.example", TenPapers.SENDER.inbox().address());
    return new OutgoingMail(
        new OutgoingMail.Envelope(TenPapers.SENDER.from().address(), address(reader)),
        new MailHead(
            "<" + token(reader) + "@paperboy.example>",
            Instant.EPOCH,
            TenPapers.SENDER.from(),
            TenPapers.SENDER.from(),
            rendered.subject()),
        list.unsubscribingBy(leave, TenPapers.SENDER.inbox().unsubscribing(token(reader))),
        rendered.body());
  }

  private static EmailAddress address(int reader) {
    return new EmailAddress("reader" + reader, "example.org");
  }

  private static String token(int reader) {
    return "token-of-reader-number-" + (100 + reader) + "-in-this-bench";
  }

  /** HTML and text. */
  @Benchmark
  public RenderedMail render() {
    return render(number());
  }

  /** The bytes that travel, without a signature. */
  @Benchmark
  public byte[] render_and_write() {
    return plain.bytes(mail(number()));
  }

  /** The bytes that travel, signed with RSA-2048. */
  @Benchmark
  public byte[] render_write_and_sign() {
    return signing.bytes(mail(number()));
  }

  /** The DKIM signature of a finished mail: hashing its body included, rendering not. */
  @Benchmark
  public byte[] sign_a_finished_mail() {
    return signer.signatures(finished, Instant.EPOCH);
  }

  /** The JDK's RSA-2048 signature of a header, and nothing else. */
  @Benchmark
  public byte[] bare_signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(secret);
    signature.update(header);
    return signature.sign();
  }
}
