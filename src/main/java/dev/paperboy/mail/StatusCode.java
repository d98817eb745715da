package dev.paperboy.mail;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463), such as {@code 5.1.1}.
 *
 * @param type 2 success, 4 for now, 5 for good
 * @param subject what it is about: 1 the address, 2 the mailbox, 7 policy
 */
public record StatusCode(int type, int subject, int detail) {

  /** Where no code was given. */
  public static final StatusCode NONE = new StatusCode(0, 0, 0);

  /** No part of a version or of an IP address. */
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([245])\\.([0-7])\\.(\\d{1,3})(?!\\.?\\d)");

  /** All codes in a text, in order. */
  public static List<StatusCode> allIn(String text) {
    return CODE.matcher(text).results().map(StatusCode::of).toList();
  }

  /** The first code in a text; {@link #NONE} without one. */
  public static StatusCode firstIn(String text) {
    Matcher matcher = CODE.matcher(text);
    return matcher.find() ? of(matcher.toMatchResult()) : NONE;
  }

  private static StatusCode of(MatchResult found) {
    return new StatusCode(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)));
  }

  public boolean isPermanent() {
    return type == 5;
  }

  /**
   * Policy, or a sender's address they do not like: the fault is on our side, and the recipient is
   * not to blame.
   */
  public boolean isAboutSender() {
    return isPermanent() && (subject == 7 || (subject == 1 && (detail == 7 || detail == 8)));
  }

  /** The mailbox is full, which may pass. */
  public boolean isFullMailbox() {
    return subject == 2 && detail == 2;
  }

  @Override
  public String toString() {
    return type + "." + subject + "." + detail;
  }
}
