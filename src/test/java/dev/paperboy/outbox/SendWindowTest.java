package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendWindowTest {

  @ParameterizedTest
  @CsvSource({
    "07:00, 22:00, 06:59, false, 9",
    "07:00, 22:00, 07:00, true, 9",
    "07:00, 22:00, 21:59, true, 9",
    "07:00, 22:00, 22:00, false, 9",
    "22:00, 06:00, 23:30, true, 16",
    "22:00, 06:00, 05:59, true, 16",
    "22:00, 06:00, 06:00, false, 16",
    "00:00, 00:00, 13:00, true, 0"
  })
  void it_is_open_from_its_first_minute_to_the_one_before_its_last(
      LocalTime from, LocalTime to, LocalTime now, boolean open, long hoursClosed) {
    SendWindow window = new SendWindow(from, to, ZoneOffset.UTC);
    assertThat(window.isOpen(Instant.parse("2025-12-05T" + now + ":00Z"))).isEqualTo(open);
    assertThat(window.closed()).isEqualTo(Duration.ofHours(hoursClosed));
  }
}
