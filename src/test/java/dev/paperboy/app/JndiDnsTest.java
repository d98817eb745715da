package dev.paperboy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JndiDnsTest {

  @Test
  @Timeout(30)
  void a_name_server_that_never_answers_is_given_up() throws IOException {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Dns dns = new JndiDns("dns://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(50));
      assertThat(dns.records("example.org", "TXT")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "v=DMARC1;p=none                  | v=DMARC1;p=none",
        "\"v=spf1 -all\"                  | v=spf1 -all",
        "\"v=DKIM1; k=rsa; p=AB\" CD \"E\"| v=DKIM1; k=rsa; p=ABCDE",
        "\"say \\\"hi\\\" \\\\ there\"    | say \"hi\" \\ there",
      })
  void the_strings_of_a_text_record_are_one_text(String given, String text) {
    assertThat(JndiDns.joined(given)).isEqualTo(text);
  }
}
