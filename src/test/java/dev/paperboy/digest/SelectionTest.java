package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.digest.Digest.Days;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final Digest.Editions EDITIONS = new Digest.Editions(3, 4);
  private static final LocalDate LAST = TestDigests.DATE;

  @Test
  void the_days_of_a_digest_are_kept() {
    Days days = new Days(LAST.minusDays(4), LAST, true);
    Digest digest = new Digest(days, EDITIONS, List.of(), List.of(), 2);

    Selection stored = Selection.fromJson(Selection.of(digest).toJson());

    assertThat(stored.restore(LAST, EDITIONS, List.of())).isEqualTo(digest);
  }

  @Test
  void what_was_stored_before_days_were_known_is_of_one_day() {
    Selection stored = Selection.fromJson("{\"sections\":[],\"trending\":[],\"more\":2}");

    assertThat(stored.restore(LAST, EDITIONS, List.of()).days()).isEqualTo(Days.of(LAST));
  }
}
