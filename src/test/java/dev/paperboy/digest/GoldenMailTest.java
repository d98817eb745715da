package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.app.TestApplication;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.Progress;
import dev.paperboy.subscriber.Subscriber.Standing;
import dev.paperboy.subscriber.Subscriber.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Digests to the last byte, as {@code src/test/resources/golden/*.eml} has them; unsigned, with a
 * clock that stands still and tokens of a known key. What a change does to the mails is what it
 * does to these files.
 */
class GoldenMailTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String ACCEPT = "golden.accept";
  private static final Instant NOW = Instant.parse("2025-12-05T06:30:00Z");
  private static final Postmark MARK =
      new Postmark(1, "<MMMMaaaabbbbccccddddeeeeffff@paperboy.example>", NOW);
  private static final String CONFIG =
      """
      base_url: https://paperboy.example
      mail:
        from: "Paperboy <digest@paperboy.example>"
      """;

  @TempDir Path folder;

  /** A mail by the name of its file. */
  enum Mail {
    ONE(GoldenDigests.one(), "en", "html"),
    TEN(GoldenDigests.ten(), "en", "html"),
    WEEK(GoldenDigests.week(), "en", "html"),
    QUIET(GoldenDigests.quiet(), "en", "html"),
    GERMAN(GoldenDigests.ten(), "de", "html"),
    TEXT(GoldenDigests.ten(), "en", "text");

    private final Digest digest;
    private final String language;
    private final String format;

    Mail(Digest digest, String language, String format) {
      this.digest = digest;
      this.language = language;
      this.format = format;
    }

    Path in(Path folder) {
      return folder.resolve(name().toLowerCase(Locale.ROOT) + ".eml");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_mail_is_the_same_to_the_last_byte(Mail mail) throws IOException {
    byte[] made = bytes(mail);
    Path file = mail.in(GOLDEN);
    if (Boolean.getBoolean(ACCEPT)) {
      Files.write(file, made);
    }

    assertThat(file).as(howToAccept(file)).exists();
    assertThat(text(made)).as(howToAccept(file)).isEqualTo(text(Files.readAllBytes(file)));
  }

  private static String howToAccept(Path file) {
    return "%s. If the new mail is the better one: mvn test -Dtest=GoldenMailTest -D%s=true writes it; then look at git diff."
        .formatted(file, ACCEPT);
  }

  /** One character for each byte. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private byte[] bytes(Mail mail) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("secret.key"), Base64.getEncoder().encodeToString(new byte[32]));
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("mail.yml"), "language: " + mail.language + "\n");
    try (TestApplication paperboy =
        new TestApplication(folder, new TestClock(NOW.toString()), CONFIG)) {
      return new MimeWriter(DkimSigner.NONE)
          .bytes(paperboy.application().mails().mail(reader(mail.format), mail.digest, MARK));
    }
  }

  private static Subscriber reader(String format) {
    return new Subscriber(
        7,
        new EmailAddress("ada", "example.org"),
        new Standing(State.ACTIVE, null, null, NOW),
        "interests: [robot]\ndigest: {format: " + format + "}\n",
        new Progress(2, NOW),
        "the seed of ada",
        NOW);
  }
}
