package dev.paperboy.web;

import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.Outline;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An {@link Outline} as the fields of the form {@code outline}: lists have one item a line. */
final class OutlineFields {

  private static final String TOPICS = "topics";
  private static final String MUTE = "mute";

  private OutlineFields() {}

  /** What was sent; empty if it is not this form. A wish that was not sent is as in the other. */
  static Optional<Outline> read(Context context, Outline other) {
    Optional<String> topics = RequestBody.field(context, TOPICS);
    if (topics.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> wishes = new HashMap<>(other.wishes());
    for (String key : Outline.WISHES) {
      RequestBody.field(context, key).ifPresent(value -> wishes.put(key, value.strip()));
    }
    Optional<String> mute = RequestBody.field(context, MUTE);
    return Optional.of(
        new Outline(
            items(topics.get()),
            other.others(),
            mute.map(OutlineFields::items).orElse(other.mute()),
            wishes));
  }

  private static List<String> items(String lines) {
    return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  /** The values of the template. */
  static Map<String, Object> of(Outline outline, Texts texts) {
    Locale locale = texts.language().locale();
    return Map.of(
        TOPICS,
        outline.topics(),
        "others",
        outline.others(),
        MUTE,
        outline.mute(),
        "wishes",
        outline.wishes(),
        "everies",
        choices(Every.values(), word -> texts.of("page.outline.every." + word)),
        "days",
        choices(
            DayOfWeek.values(),
            word ->
                DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT))
                    .getDisplayName(TextStyle.FULL_STANDALONE, locale)),
        "quiets",
        choices(QuietDay.values(), word -> texts.of("page.outline.quiet." + word)));
  }

  /** Each as the document has it, and as the page says it. */
  private static List<Map<String, String>> choices(
      Enum<?>[] constants, Function<String, String> label) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .map(word -> Map.of("value", word, "label", label.apply(word)))
        .toList();
  }
}
