package dev.paperboy.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The mailbox that answers and bounces come to, and how its address carries a tag that says which
 * mail an answer belongs to: {@code name+r-TAG@domain} (sub-addresses, RFC 5233). A tag has only
 * lower-case letters, digits and hyphens; on the way back its letter case does not count.
 */
public record Inbox(EmailAddress address, Tags tags, Bounces bounces) {

  /** Bounces are tagged as answers are. */
  public Inbox(EmailAddress address, Tags tags) {
    this(address, tags, Bounces.TAGGED);
  }

  /** Most octets of a local part (RFC 5321 section 4.5.3.1.1). */
  private static final int LONGEST_LOCAL = 64;

  /** As long as the longest tag: 160 bit in base 32. */
  private static final String LONGEST_TAG = "x".repeat(32);

  /** How the mailbox takes tagged addresses. */
  public enum Tags {
    /** Mail to {@code name+anything} comes to {@code name}. */
    PLUS,
    /** It does not: answers and bounces come without a tag. */
    NONE
  }

  /** Where bounces go: the envelope sender of mails. */
  public enum Bounces {
    /** To an address with the tag of the mail. */
    TAGGED,
    /** To the address itself, for servers that take no other sender; the Message-ID tells. */
    PLAIN
  }

  /** What a tagged address is for. */
  public enum Use {
    REPLY("r-"),
    UNSUBSCRIBE("u-"),
    CONFIRM("c-"),
    BOUNCE("b-");

    private final String mark;

    Use(String mark) {
      this.mark = mark;
    }
  }

  /** What a tagged address carries; the value in lower case. */
  public record Tag(Use use, String value) {}

  /** The address with this tag; the plain one where the mailbox takes no tags. */
  public EmailAddress tagged(Use use, String value) {
    return tags == Tags.NONE
        ? address
        : new EmailAddress(address.local() + "+" + use.mark + value, address.domain());
  }

  /** The envelope sender of the mail with this tag. */
  public EmailAddress bouncesTo(String tag) {
    return bounces == Bounces.PLAIN ? address : tagged(Use.BOUNCE, tag);
  }

  /** The tag of an address that mail came to, if it is one of this mailbox's. */
  public Optional<Tag> tagOf(EmailAddress received) {
    String local = received.local().toLowerCase(Locale.ROOT);
    String name = address.local().toLowerCase(Locale.ROOT) + "+";
    if (!received.domain().equals(address.domain()) || !local.startsWith(name)) {
      return Optional.empty();
    }
    String tag = local.substring(name.length());
    for (Use use : Use.values()) {
      if (tag.startsWith(use.mark)) {
        return Optional.of(new Tag(use, tag.substring(use.mark.length())));
      }
    }
    return Optional.empty();
  }

  /** The address of a mail that ends the subscription this token belongs to (RFC 6068). */
  public URI unsubscribing(String token) {
    return tags == Tags.NONE
        ? mailto(address, "unsubscribe " + token)
        : mailto(tagged(Use.UNSUBSCRIBE, token), "unsubscribe");
  }

  /** The address of a mail to this mailbox with this subject (RFC 6068). */
  static URI mailto(EmailAddress to, String subject) {
    return URI.create(
        "mailto:" + escaped(to.local()) + "@" + to.domain() + "?subject=" + escaped(subject));
  }

  /** Whether every tagged address is one that may be sent to. */
  public boolean hasRoom() {
    return EmailAddress.parse(tagged(Use.REPLY, LONGEST_TAG).toString()).isPresent();
  }

  /** The longest name before the at-sign that leaves room for tags. */
  public static int longestName() {
    return LONGEST_LOCAL - "+".length() - Use.REPLY.mark.length() - LONGEST_TAG.length();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~!$'*+".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}
