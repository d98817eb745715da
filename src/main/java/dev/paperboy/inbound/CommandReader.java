package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands a line as a command, in English or German, however it is written. */
final class CommandReader {

  private static final int LONGEST = 200;

  private static final Pattern PREFIX =
      Pattern.compile("(?iu)^(\\s*(re|aw|antw|antwort|fwd?|wg|sv)\\s*(\\[\\d+])?\\s*:\\s*)+");
  private static final Pattern AROUND =
      Pattern.compile("^[\\p{P}\\p{S}\\s&&[^?]]+|[\\p{P}\\p{S}\\s&&[^?]]+$");
  private static final Pattern POLITE =
      Pattern.compile(
          "(?iu)\\b(please|pls|bitte|my|me|the|list|meine[nrm]?|mich|digests?|mails?|now|jetzt"
              + "|hi|hello|hallo|thanks|thank you|danke)\\b");

  private static final Pattern LESS =
      Pattern.compile("(?iu)^(less like this|less|mute|weniger davon|weniger|stumm)\\s*:\\s*(.+)$");

  /** Words with what may follow them. */
  private static final Map<Verb, Pattern> WORDS = new LinkedHashMap<>();

  static {
    put(Verb.SUBSCRIBE, "subscribe|sign up|join|anmelden|abonnieren|anmeldung");
    put(
        Verb.CONFIRM,
        "confirm|confirmed|i confirm|yes|y|ok|okay|ja|bestätigen|bestätige|bestätigt"
            + "|ich bestätige|yes that was|ja das war ich|yes that was me");
    put(Verb.INTERESTS, "interests?|topics?|settings|interessen|themen|einstellungen");
    put(Verb.RESUME, "resume|continue|unpause|weiter|fortsetzen|wieder");
    put(Verb.WHY, "why|warum|wieso");
    put(Verb.HELP, "help|hilfe|info|\\?+|commands|befehle");
    put(Verb.EXPORT, "export|data|daten|datenauskunft");
    put(Verb.NO, "no|nein|not|wrong|falsch|no thanks|nein danke");
    WORDS.put(
        Verb.UNSUBSCRIBE,
        Pattern.compile(
            "(?iu)^(?:unsubscribe|un-subscribe|leave|stop|stopp|remove|sign ?off|abmelden"
                + "|abbestellen|austragen|kündigen|abmeldung)(?:\\s+([a-z2-7]{32}))?$"));
    WORDS.put(
        Verb.PAUSE,
        Pattern.compile(
            "(?iu)^(?:pause|pausieren|vacation|holiday|urlaub)"
                + "(?:\\s*:?\\s*(?:until|till|til|bis|for|für|zum|to)?\\s*(?:zum\\s+)?(.*))?$"));
  }

  private CommandReader() {}

  private static void put(Verb verb, String words) {
    WORDS.put(verb, Pattern.compile("(?iu)^(?:" + words + ")$"));
  }

  /** The command that a line is; empty if it is none. */
  static Optional<Command> read(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = PREFIX.matcher(MarkedBlock.plain(line)).replaceFirst("").strip();
    Matcher less = LESS.matcher(AROUND.matcher(bare).replaceAll(""));
    if (less.matches()) {
      String word = AROUND.matcher(less.group(2)).replaceAll("").strip();
      return word.isEmpty() ? Optional.empty() : Optional.of(new Command(Verb.LESS, word));
    }
    String words =
        AROUND
            .matcher(POLITE.matcher(bare).replaceAll(" ").replaceAll("\\s+", " ").strip())
            .replaceAll("")
            .replaceFirst("(?<=[^?\\s])\\s*\\?+$", "");
    for (Map.Entry<Verb, Pattern> entry : WORDS.entrySet()) {
      Matcher found = entry.getValue().matcher(words);
      if (found.matches()) {
        String detail = found.groupCount() > 0 && found.group(1) != null ? found.group(1) : "";
        return Optional.of(new Command(entry.getKey(), detail.strip()));
      }
    }
    return Optional.empty();
  }

  /** Whether there is nothing in it but friendliness. */
  static boolean isGreeting(String line) {
    return AROUND.matcher(POLITE.matcher(line).replaceAll(" ")).replaceAll("").isBlank();
  }

  /** The command that an address is named after: {@code subscribe@}, or a tag. */
  static Optional<Command> ofAddress(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "subscribe", "anmelden" -> Optional.of(new Command(Verb.SUBSCRIBE, ""));
      case "unsubscribe", "abmelden" -> Optional.of(new Command(Verb.UNSUBSCRIBE, ""));
      case "help", "hilfe" -> Optional.of(new Command(Verb.HELP, ""));
      case "interests", "interessen" -> Optional.of(new Command(Verb.INTERESTS, ""));
      default -> Optional.empty();
    };
  }
}
