package dev.paperboy.mail;

import static dev.paperboy.mail.Mails.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.mail.Inbox.Tag;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.mail.Inbox.Use;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

  private static final Inbox INBOX = new Inbox(address("Papers@example.org"), Tags.PLUS);
  private static final Inbox WITHOUT = new Inbox(address("Papers@example.org"), Tags.NONE);

  @ParameterizedTest
  @EnumSource
  void a_tag_comes_back_as_it_went_out(Use use) {
    EmailAddress tagged = INBOX.tagged(use, "abc-234");
    assertThat(EmailAddress.parse(tagged.toString())).contains(tagged);
    assertThat(INBOX.tagOf(tagged)).contains(new Tag(use, "abc-234"));
    assertThat(INBOX.tagOf(address(tagged.toString().toUpperCase(java.util.Locale.ROOT))))
        .as("its letter case may be lost on the way")
        .contains(new Tag(use, "abc-234"));
  }

  @Test
  void each_use_has_a_letter_of_its_own() {
    assertThat(INBOX.tagged(Use.REPLY, "t")).hasToString("Papers+r-t@example.org");
    assertThat(INBOX.tagged(Use.UNSUBSCRIBE, "t")).hasToString("Papers+u-t@example.org");
    assertThat(INBOX.tagged(Use.BOUNCE, "t")).hasToString("Papers+b-t@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "papers@example.org",
        "papers+r@example.org",
        "papers+x-t@example.org",
        "papers+r-t@example.com",
        "mypapers+r-t@example.org",
        "papersr-t@example.org"
      })
  void other_addresses_have_no_tag(String other) {
    assertThat(INBOX.tagOf(address(other))).isEmpty();
  }

  @Test
  void a_name_with_a_plus_of_its_own_keeps_it() {
    Inbox inbox = new Inbox(address("lab+papers@example.org"), Tags.PLUS);
    assertThat(inbox.tagged(Use.REPLY, "t")).hasToString("lab+papers+r-t@example.org");
    assertThat(inbox.tagOf(address("lab+papers+r-t@example.org")))
        .contains(new Tag(Use.REPLY, "t"));
  }

  @Test
  void leaving_by_mail_names_the_token_in_the_address_or_else_in_the_subject() {
    assertThat(INBOX.unsubscribing("t0ken"))
        .hasToString("mailto:Papers+u-t0ken@example.org?subject=unsubscribe");
    assertThat(WITHOUT.unsubscribing("t0ken"))
        .hasToString("mailto:Papers@example.org?subject=unsubscribe%20t0ken");
    assertThat(WITHOUT.tagged(Use.REPLY, "t0ken")).isEqualTo(WITHOUT.address());
  }

  @Test
  void a_mailto_link_escapes_what_has_a_meaning_there() {
    assertThat(Inbox.mailto(address("a&b?c%d@example.org"), "a b"))
        .hasToString("mailto:a%26b%3Fc%25d@example.org?subject=a%20b");
  }

  @ParameterizedTest
  @CsvSource({"29, true", "30, false"})
  void a_name_needs_to_leave_room_for_the_tag(int length, boolean room) {
    EmailAddress address = address("x".repeat(length) + "@example.org");
    assertThat(new Inbox(address, Tags.PLUS).hasRoom()).isEqualTo(room);
    assertThat(new Inbox(address, Tags.NONE).hasRoom()).isTrue();
    assertThat(length <= Inbox.longestName()).isEqualTo(room);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "fooba, mzxw6ytb", "foobafooba, mzxw6ytbmzxw6ytb"})
  void base_32_is_that_of_rfc_4648(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void base_32_without_padding_takes_whole_groups_only() {
    assertThatThrownBy(() -> Base32.encode(new byte[4]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
