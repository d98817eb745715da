package dev.paperboy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTagsTest {

  private final BounceTags tags = new BounceTags(id -> "seal" + id);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 35, 36, 4711, 999_999_999_999L})
  void a_tag_leads_back_to_its_delivery(long delivery) {
    String tag = tags.of(delivery);
    assertThat(tag).matches("[0-9a-z-]{1,32}");
    assertThat(tags.delivery(tag)).hasValue(delivery);
    assertThat(tags.delivery(tag.toUpperCase(Locale.ROOT))).hasValue(delivery);
  }

  @Test
  void a_tag_with_another_seal_is_nobodys() {
    BounceTags others = new BounceTags(id -> "seam" + id);
    assertThat(tags.delivery(others.of(7))).isEmpty();
    assertThat(tags.delivery(tags.of(7).replaceFirst("7", "8"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "7-", "-seal7", "07-seal7", "7-seal7-", " 7-seal7", "zzzzzzzzzzzzzzz-s"})
  void what_is_no_tag_is_nobodys(String text) {
    assertThat(tags.delivery(text)).isEmpty();
  }
}
