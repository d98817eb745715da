package dev.paperboy.interest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader's whole document, as values.
 *
 * @param interests in the reader's order
 * @param mute a paper that meets any of these is never shown
 * @param digest how the reader wants the mail
 * @param pauseUntil no mail before this day, in the reader's time zone
 */
public record Interests(
    List<Interest> interests,
    List<Term> mute,
    DigestWishes digest,
    @Nullable LocalDate pauseUntil) {

  public Interests {
    interests = List.copyOf(interests);
    mute = List.copyOf(mute);
  }
}
