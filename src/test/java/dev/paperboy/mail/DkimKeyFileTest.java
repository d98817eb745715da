package dev.paperboy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKey.WrongKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_key_is_read_as_it_was_written(Algorithm algorithm) throws Exception {
    DkimKeyFile file = file("new/key.pem", algorithm);
    DkimKey key = algorithm == Algorithm.RSA ? DkimTesting.RSA : DkimTesting.ED25519;
    file.write(key);
    assertThat(file.read().record())
        .isEqualTo(key.record())
        .startsWith("v=DKIM1; k=" + algorithm.word() + "; p=");
    assertThat(key.toString()).doesNotContain(key.pem().substring(30, 60));
  }

  @Test
  void a_key_is_never_overwritten() throws Exception {
    DkimKeyFile file = file("key.pem", Algorithm.ED25519);
    file.write(DkimTesting.ED25519);
    assertThatThrownBy(() -> file.write(DkimKey.create(Algorithm.ED25519)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file.read().record()).isEqualTo(DkimTesting.ED25519.record());
  }

  @Test
  void only_its_owner_may_read_a_new_key() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the files here have no owner and group");
    DkimKeyFile file = file("key.pem", Algorithm.RSA);
    file.write(DkimTesting.RSA);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.openToOthers()).isFalse();
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(file.openToOthers()).isTrue();
  }

  @Test
  void a_missing_key_says_how_to_make_one() {
    assertThatThrownBy(() -> file("none.pem", Algorithm.ED25519).read())
        .isInstanceOf(WrongKey.class)
        .hasMessage(
            "There is no DKIM key here. Make one with: paperboy doctor --new-dkim-key --ed25519"
                + " --selector s1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "-----BEGIN PRIVATE KEY-----\n",
        "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"
      })
  void what_is_no_key_is_refused_in_words(String content) throws IOException {
    DkimKeyFile file = file("key.pem", Algorithm.RSA);
    Files.writeString(file.path(), content);
    assertThatThrownBy(file::read)
        .isInstanceOf(WrongKey.class)
        .hasMessageMatching(
            "This file (holds no RSA key|does not begin with -----BEGIN P.*)\\. .*");
  }

  @Test
  void a_short_key_is_refused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    DkimKeyFile file = file("key.pem", Algorithm.RSA);
    Files.writeString(
        file.path(),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(encoded)
            + "\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(file::read)
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("less than 2048 bit");
  }

  @Test
  void a_key_of_the_other_kind_is_refused() throws IOException {
    DkimKeyFile file = file("key.pem", Algorithm.RSA);
    Files.writeString(file.path(), DkimTesting.ED25519.pem());
    assertThatThrownBy(file::read)
        .isInstanceOf(WrongKey.class)
        .hasMessageContaining("holds no RSA key");
  }

  private DkimKeyFile file(String name, Algorithm algorithm) {
    return new DkimKeyFile("s1", folder.resolve(name), algorithm);
  }
}
