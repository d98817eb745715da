package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPasswordTest {

  private static final String SECRET = "correct horse battery";

  /** The cost of a guess does not matter to most tests here. */
  private static final int FEW_ITERATIONS = 1000;

  @Test
  void a_password_in_clear_opens_after_as_many_iterations_as_production_makes() {
    AdminPassword clear = AdminPassword.of(SECRET);

    assertThat(clear.line()).startsWith("pbkdf2-sha256:600000:").doesNotContain("horse");
    assertThat(clear.opens(SECRET)).isTrue();
  }

  @Test
  void only_the_password_opens_however_it_was_configured() {
    AdminPassword clear = AdminPassword.hashed(SECRET, FEW_ITERATIONS);
    AdminPassword hashed = AdminPassword.of(clear.line());

    for (AdminPassword password : new AdminPassword[] {clear, hashed}) {
      assertThat(password.opens(SECRET)).isTrue();
      assertThat(password.opens(SECRET + " ")).isFalse();
      assertThat(password.opens("")).isFalse();
      assertThat(password.opens(clear.line())).isFalse();
      assertThat(password.opens("x".repeat(1_000_000))).isFalse();
    }
  }

  @Test
  void the_same_password_has_another_hash_each_time() {
    assertThat(AdminPassword.hashed(SECRET, FEW_ITERATIONS).line())
        .startsWith("pbkdf2-sha256:1000:")
        .isNotEqualTo(AdminPassword.hashed(SECRET, FEW_ITERATIONS).line())
        .doesNotContain("horse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "pbkdf2-sha256:",
        "pbkdf2-sha256:1:c2FsdHNhbHRzYWx0c2FsdA:aGFzaA",
        "pbkdf2-sha256:99999999:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_cannot_be_a_password_is_refused(String configured) {
    assertThat(AdminPassword.isFit(configured)).isFalse();
    assertThatThrownBy(() -> AdminPassword.of(configured))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a password");
  }
}
