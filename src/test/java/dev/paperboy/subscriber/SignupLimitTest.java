package dev.paperboy.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SignupLimitTest {

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private Store store;

  SignupLimitTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
  }

  @Test
  void one_domain_has_half_of_what_all_have() {
    SignupLimit limit = limit(4);
    assertThat(taken(limit, "one.example", 9)).isEqualTo(2);
    assertThat(taken(limit, "two.example", 1)).isEqualTo(1);
    assertThat(taken(limit, "three.example", 9)).isEqualTo(1);
    assertThat(limit.take(at("four.example"))).isEqualTo(Duration.ofMinutes(15));
    assertThat(limit.take(at("one.example"))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void it_comes_back_evenly() {
    SignupLimit limit = limit(4);
    taken(limit, "one.example", 2);
    taken(limit, "two.example", 2);
    clock.advance(Duration.ofMinutes(15));
    assertThat(taken(limit, "three.example", 9)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    limit.forgetOld();
    assertThat(taken(limit, "one.example", 9)).isEqualTo(2);
  }

  @Test
  void processes_on_one_database_share_it() {
    assertThat(taken(limit(2), "one.example", 9)).isEqualTo(1);
    assertThat(taken(limit(2), "one.example", 9)).isZero();
    assertThat(taken(limit(2), "two.example", 9)).isEqualTo(1);
  }

  @Test
  void zero_is_no_limit() {
    assertThat(taken(limit(0), "one.example", 500)).isEqualTo(500);
  }

  @Test
  void a_clock_that_was_put_back_stops_nobody() {
    taken(limit(4), "one.example", 9);
    clock.moveTo("2025-11-05T06:00:00Z");
    assertThat(taken(limit(4), "one.example", 9)).isEqualTo(2);
  }

  @Test
  void no_domain_stands_in_the_store() {
    taken(limit(4), "one.example", 1);
    List<String> names =
        store
            .jdbi()
            .withHandle(
                db -> db.createQuery("select name from signup_limit").mapTo(String.class).list());
    assertThat(names).hasSize(2).noneMatch(name -> name.contains("example"));
  }

  private SignupLimit limit(int perHour) {
    return new SignupLimit(InstanceSecret.in(folder), store, perHour, clock);
  }

  private static int taken(SignupLimit limit, String domain, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += limit.take(at(domain)).isZero() ? 1 : 0;
    }
    return taken;
  }

  private static EmailAddress at(String domain) {
    return new EmailAddress("ada", domain);
  }
}
