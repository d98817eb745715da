package dev.paperboy.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpFileTest {

  @TempDir Path folder;

  @Test
  void a_file_keeps_name_time_text_and_hash() throws Exception {
    Path file = write("\ufeffGrüße\n".getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(file, FileTime.from(Dumps.SAVED));

    assertThat(DumpFile.read(file, 100))
        .isEqualTo(
            new DumpFile(
                "dump.txt",
                Dumps.SAVED,
                "Grüße\n",
                "30eab06b2c8e8e944a5d46f1feb758c2238ba8d08da6fb750e8dc6ab407828a7"));
  }

  @Test
  void a_file_that_is_no_utf8_text_is_refused_with_a_way_out() throws IOException {
    assertThat(refused(new byte[0])).hasMessageContaining("empty");
    assertThat(refused(bytes(" \n "))).hasMessageContaining("white space");
    assertThat(refused(new byte[101])).hasMessageContaining("limit is 100");
    assertThat(refused(new byte[] {0x1f, (byte) 0x8b, 8, 0})).hasMessageContaining("gunzip");
    assertThat(refused(bytes("PK\u0003\u0004"))).hasMessageContaining("ZIP");
    assertThat(refused(new byte[] {'a', 0, 0, 0, 'b', 'c', 'd'})).hasMessageContaining("NUL");
    assertThat(refused("Grüße".getBytes(Charset.forName("windows-1252"))))
        .hasMessageContaining("byte 3 is fc")
        .hasMessageContaining("iconv -f WINDOWS-1252 -t UTF-8");
    assertThat(refused(new byte[] {'a', (byte) 0x81, 'b'}))
        .hasMessageContaining("Save it as UTF-8");
    for (Charset utf16 :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(refused("Daily Papers".getBytes(utf16))).hasMessageContaining("iconv -f UTF-16");
    }
  }

  @Test
  void only_an_end_that_may_still_come_counts_as_cut_short() throws IOException {
    byte[] whole = bytes("Grüße");

    assertThat(refused(Arrays.copyOf(whole, 3)).truncated()).isTrue();
    assertThat(refused(new byte[0]).truncated()).isTrue();
    assertThat(refused("Grüße".getBytes(StandardCharsets.ISO_8859_1)).truncated()).isFalse();
  }

  @Test
  void a_file_that_cannot_be_read_is_no_refusal() {
    assertThatThrownBy(() -> DumpFile.read(folder.resolve("none"), 100))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> DumpFile.read(folder, 1 << 20))
        .isInstanceOf(UncheckedIOException.class);
  }

  private RefusedDump refused(byte[] bytes) throws IOException {
    Path file = write(bytes);
    return catchThrowableOfType(RefusedDump.class, () -> DumpFile.read(file, 100));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("dump.txt"), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
