package dev.paperboy.interest;

import java.util.List;
import java.util.Map;

/**
 * What a form shows of a document, as texts that may be anything while somebody types.
 *
 * @param topics the interests that are a term without keys
 * @param others names of the interests with keys, which a form does not change
 * @param mute what is never shown
 * @param wishes the value of each of {@link #WISHES}; no pause is {@code ""}
 */
public record Outline(
    List<String> topics, List<String> others, List<String> mute, Map<String, String> wishes) {

  /** The key outside the {@code digest} block. */
  public static final String PAUSE = "pause_until";

  /** The keys of wishes that a form shows. */
  public static final List<String> WISHES =
      List.of("every", "on", "at", "timezone", "papers", "quiet_day", PAUSE);

  public Outline {
    topics = List.copyOf(topics);
    others = List.copyOf(others);
    mute = List.copyOf(mute);
    wishes = Map.copyOf(wishes);
  }
}
