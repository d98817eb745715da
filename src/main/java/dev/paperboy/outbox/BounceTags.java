package dev.paperboy.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags in the envelope senders of mails: a bounce comes back to one, and it names the delivery.
 * A tag is the delivery's number and a seal that nobody else can make, so that nobody can bounce a
 * reader out of the list.
 *
 * @param seal makes of a delivery's number letters and digits in lower case: always the same, at
 *     least 80 bit, not to be guessed
 */
public record BounceTags(LongFunction<String> seal) {

  private static final Pattern TAG = Pattern.compile("([0-9a-z]{1,12})-[0-9a-z]{1,64}");

  /** The delivery's tag: lower-case letters, digits and a hyphen. */
  public String of(long delivery) {
    return Long.toString(delivery, Character.MAX_RADIX) + "-" + seal.apply(delivery);
  }

  /** The delivery of a tag that {@link #of} made, in any letter case; empty for any other text. */
  public OptionalLong delivery(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    Matcher parts = TAG.matcher(lower);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    long delivery = Long.parseLong(parts.group(1), Character.MAX_RADIX);
    return MessageDigest.isEqual(octets(of(delivery)), octets(lower))
        ? OptionalLong.of(delivery)
        : OptionalLong.empty();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
