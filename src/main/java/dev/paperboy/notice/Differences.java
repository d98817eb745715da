package dev.paperboy.notice;

import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.Term;
import dev.paperboy.notice.Notice.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what two interests documents say differently; comments and layout do not count. */
final class Differences {

  /** Nothing. */
  static final Difference NONE = new Difference(List.of(), List.of(), List.of());

  private Differences() {}

  /**
   * The same.
   *
   * @param before empty where what stood there could not be read: everything is new
   */
  static Difference between(Optional<Interests> before, Interests after) {
    return between(
        before.orElseGet(
            () -> new Interests(List.of(), List.of(), after.digest(), after.pauseUntil())),
        after);
  }

  static Difference between(Interests before, Interests after) {
    Map<String, Interest> old = byName(before);
    Map<String, Interest> fresh = byName(after);
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    fresh.forEach(
        (name, interest) -> {
          Interest was = old.get(name);
          if (was == null) {
            added.add(name);
          } else if (!was.equals(interest)) {
            changed.add(name);
          }
        });
    old.keySet().stream().filter(name -> !fresh.containsKey(name)).forEach(removed::add);
    mutes(after).filter(term -> mutes(before).noneMatch(term::equals)).forEach(added::add);
    mutes(before).filter(term -> mutes(after).noneMatch(term::equals)).forEach(removed::add);
    Map<String, String> wishes = wishes(before);
    wishes(after)
        .forEach(
            (key, value) -> {
              if (!value.equals(wishes.get(key))) {
                changed.add(key + ": " + value);
              }
            });
    return new Difference(added, removed, changed);
  }

  private static Map<String, Interest> byName(Interests interests) {
    Map<String, Interest> byName = new LinkedHashMap<>();
    interests.interests().forEach(interest -> byName.put(interest.name(), interest));
    return byName;
  }

  private static Stream<String> mutes(Interests interests) {
    return interests.mute().stream().map(Term::toString).map(term -> "mute: " + term);
  }

  private static Map<String, String> wishes(Interests interests) {
    DigestWishes digest = interests.digest();
    Map<String, String> wishes = new LinkedHashMap<>();
    wishes.put("every", word(digest.rhythm().every()));
    wishes.put("on", word(digest.rhythm().on()));
    wishes.put("at", digest.rhythm().at().toString());
    wishes.put("timezone", digest.rhythm().timezone().getId());
    wishes.put("papers", Integer.toString(digest.papers()));
    wishes.put("trending", Integer.toString(digest.trending()));
    wishes.put("quiet_day", word(digest.quietDay()));
    wishes.put("format", word(digest.format()));
    wishes.put("pause_until", Objects.toString(interests.pauseUntil(), "-"));
    return wishes;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
