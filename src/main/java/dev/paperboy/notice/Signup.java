package dev.paperboy.notice;

import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.template.Texts;
import dev.paperboy.text.ShortText;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a subscription begins with once it is confirmed, as it is shown to whoever is asked.
 *
 * @param interests their names, in the order of the document
 * @param rhythm when the mail comes
 */
public record Signup(List<String> interests, Rhythm rhythm) {

  private static final int MOST_NAMES = 12;
  private static final int LONGEST_NAME = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** What mail programs turn into links; anybody may have written it. */
  private static final Pattern LINK = Pattern.compile("[./:@\\\\]+(?=\\p{L})");

  public Signup {
    interests = List.copyOf(interests);
  }

  /** What this document asks for; empty if it has problems. */
  static Optional<Signup> of(String document, InterestsParser parser) {
    return parser
        .parse(document)
        .interests()
        .map(
            read ->
                new Signup(
                    read.interests().stream().map(Interest::name).toList(),
                    read.digest().rhythm()));
  }

  /** The first names, short and without links: a stranger may have written them. */
  public List<String> names() {
    return interests.stream()
        .limit(MOST_NAMES)
        .map(name -> LINK.matcher(ShortText.line(name)).replaceAll(" ").strip())
        .map(name -> ShortText.cut(name, LONGEST_NAME))
        .toList();
  }

  /** How many there are beside the first names. */
  public int more() {
    return Math.max(0, interests.size() - MOST_NAMES);
  }

  /** When the mail comes, as a sentence of this language. */
  public String when(Texts texts) {
    Locale locale = texts.language().locale();
    return texts.of(
        "confirm.when." + rhythm.every().name().toLowerCase(Locale.ROOT),
        Map.of(
            "day", rhythm.on().getDisplayName(TextStyle.FULL, locale),
            "time", rhythm.at().format(TIME),
            "timezone", rhythm.timezone().getId()));
  }
}
