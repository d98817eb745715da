package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands a line as a command, in English or German, however it is written. */
final class CommandReader {

  private static final int LONGEST = 200;
  private static final int LONGEST_GREETING = 6;
  private static final int MOST_PREFIXED = 400;
  private static final List<String> PLEASE =
      List.of("please", "pls", "bitte", "thanks", "thank you", "danke");

  /** Of answers and of what is passed on, however often. */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?iu)^(?:re|aw|antw|antwort|fwd?|wg|sv|vs|tr|rv|enc)\\s*+(?:\\[\\d{1,3}])?\\s*+:\\s*+");

  private static final Pattern TAG =
      Pattern.compile("^[\\[(*]{1,3}([^\\])*]{1,40})[\\])*]{1,3}:?\\s*+");
  private static final Pattern POLITE =
      Pattern.compile(
          "(?iu)\\b(please|pls|bitte|my|me|the|list|meine[nrm]?|mich|digests?|mails?|now|jetzt"
              + "|hi|hello|hallo|hey|dear|thanks|thank you|danke)\\b");

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
            "(?iu)^(?:pause|pausieren)\\b"
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
    String bare = withoutPrefixes(MarkedBlock.plain(line));
    Matcher less = LESS.matcher(PlainLine.bare(bare));
    if (less.matches()) {
      String terms = terms(less.group(2));
      return terms.isEmpty() ? Optional.empty() : Optional.of(new Command(Verb.LESS, terms));
    }
    String words =
        withoutQuestionMark(
            PlainLine.bare(POLITE.matcher(bare).replaceAll(" ").replaceAll("\\s+", " ")));
    for (Map.Entry<Verb, Pattern> entry : WORDS.entrySet()) {
      Matcher found = entry.getValue().matcher(words);
      if (found.matches()) {
        String detail = found.groupCount() > 0 && found.group(1) != null ? found.group(1) : "";
        return Optional.of(new Command(entry.getKey(), detail.strip()));
      }
    }
    return Optional.empty();
  }

  private static String withoutQuestionMark(String words) {
    int end = words.length();
    while (end > 0 && (words.charAt(end - 1) == '?' || words.charAt(end - 1) == ' ')) {
      end--;
    }
    return end == 0 ? words : words.substring(0, end);
  }

  /** Terms, one a line; the reader writes them with commas between. */
  private static String terms(String list) {
    return Stream.of(list.split("[,;]"))
        .map(CommandReader::withoutPlease)
        .map(PlainLine::bare)
        .filter(term -> !term.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String withoutPlease(String term) {
    String words = PlainLine.bare(term);
    String lower = words.toLowerCase(Locale.ROOT);
    for (String please : PLEASE) {
      if (lower.equals(please)) {
        return "";
      }
      if (lower.endsWith(" " + please)) {
        return words.substring(0, words.length() - please.length());
      }
    }
    return words;
  }

  /** Without marks of answers, and what mail systems put before a subject in brackets. */
  static String withoutPrefixes(String subject) {
    String rest = PlainLine.start(subject, MOST_PREFIXED).strip();
    for (String before = ""; !before.equals(rest); ) {
      before = rest;
      rest = REPLY.matcher(rest).replaceFirst("");
      Matcher tag = TAG.matcher(rest);
      if (tag.lookingAt() && Phrases.BANNER_TAG.has(Phrases.plain(tag.group(1)))) {
        rest = rest.substring(tag.end());
      }
    }
    return rest;
  }

  /** Whether the subject is that of an answer, or of a mail that was passed on. */
  static boolean isReply(String subject) {
    return REPLY.matcher(subject.strip()).lookingAt();
  }

  /** Whether there is nothing in it but friendliness. */
  static boolean isGreeting(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    return PlainLine.bare(POLITE.matcher(line).replaceAll(" ")).isBlank()
        || (read(line).isEmpty() && isSalutation(line.strip()));
  }

  private static boolean isSalutation(String line) {
    String plain = Phrases.plain(line);
    String[] words = plain.split(" ");
    if (words.length > LONGEST_GREETING
        || !Phrases.GREETING_START.beginAsWords(plain)
        || Phrases.LEAVE_MAYBE.in(plain)
        || Phrases.LEAVE.in(plain)) {
      return false;
    }
    boolean ends = line.endsWith(",") || line.endsWith("!");
    return ends || Stream.of(words).allMatch(Phrases.GREETING_WORD::has);
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
