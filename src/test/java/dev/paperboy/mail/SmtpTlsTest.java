package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.SmtpSettings.Security;
import dev.paperboy.mail.SmtpSettings.Server;
import dev.paperboy.mail.SmtpSettings.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates made for the test: the server must prove its name. */
class SmtpTlsTest {

  private static final char[] SECRET = "changeit".toCharArray();

  @TempDir static Path folder;

  private static SSLContext ours;
  private static SSLContext elsewhere;

  @BeforeAll
  static void makeCertificates() throws Exception {
    ours = context("ours", "dns:localhost,ip:127.0.0.1");
    elsewhere = context("elsewhere", "dns:mail.elsewhere.example");
  }

  @Test
  void a_trusted_server_with_the_right_name_gets_the_mail_encrypted() throws IOException {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(ours.getSocketFactory(), false)) {
      assertThat(send(server, Security.STARTTLS, ours)).isInstanceOf(Accepted.class);
      assertThat(server.commands()).containsSubsequence("STARTTLS", "DATA");
    }
  }

  @Test
  void a_certificate_for_another_name_is_refused() throws IOException {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(elsewhere.getSocketFactory(), false)) {
      DeliveryResult result = send(server, Security.STARTTLS, elsewhere);

      assertThat(result).isInstanceOf(SenderFault.class);
      assertThat(result.reply()).contains("127.0.0.1");
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() throws IOException {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(ours.getSocketFactory(), false)) {
      assertThat(send(server, Security.STARTTLS, elsewhere)).isInstanceOf(SenderFault.class);
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void tls_from_the_first_byte_has_the_same_demands() throws IOException {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(ours.getSocketFactory(), true)) {
      assertThat(send(server, Security.TLS, elsewhere)).isInstanceOf(SenderFault.class);
      assertThat(server.messages()).isEmpty();
      assertThat(send(server, Security.TLS, ours)).isInstanceOf(Accepted.class);
    }
  }

  private static DeliveryResult send(
      ScriptedSmtpServer server, Security security, SSLContext trust) {
    SmtpSettings settings =
        new SmtpSettings(
            new Server("127.0.0.1", server.port(), security),
            "",
            "",
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)),
            10);
    try (Transport.Connection connection =
        new SmtpTransport(settings, Mails.UNSIGNED, trust.getSocketFactory()).connect()) {
      return connection.send(Mails.to("ada@example.org"));
    }
  }

  private static SSLContext context(String alias, String names)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve(alias + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-ext",
                "san=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(SECRET))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, SECRET);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, SECRET);
    trusted.setCertificateEntry(alias, store.getCertificate(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, SECRET);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
