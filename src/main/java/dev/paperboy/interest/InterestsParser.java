package dev.paperboy.interest;

import dev.paperboy.yaml.Problem;
import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import dev.paperboy.yaml.YamlReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the interests document. The same parser serves file, web page, command line and e-mail.
 * Never throws, whatever the text. May be shared by threads.
 */
public final class InterestsParser {

  /** Most characters a document may have. */
  public static final int LONGEST_DOCUMENT = 16 * 1024;

  static final int MOST_INTERESTS = 100;
  static final int MOST_MUTES = 100;
  static final List<String> KEYS = List.of("interests", "mute", "digest", "pause_until");
  static final YamlReader YAML = new YamlReader(LONGEST_DOCUMENT, "interests");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final DigestWishes defaults;

  /** A parser that fills in what a document's {@code digest} block leaves out. */
  public InterestsParser(DigestWishes defaults) {
    this.defaults = defaults;
  }

  /**
   * What became of a document.
   *
   * @param interests empty if there is any problem
   * @param problems all of them, ordered by place
   */
  public record Parsed(Optional<Interests> interests, List<Problem> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the document. */
  public Parsed parse(String yaml) {
    Problems problems = new Problems(yaml);
    Optional<Interests> interests = YAML.read(yaml, problems).map(this::interests);
    return new Parsed(problems.isEmpty() ? interests : Optional.empty(), problems.list());
  }

  private Interests interests(YamlMap document) {
    document.rejectUnknownKeys(KEYS);
    return new Interests(
        interestList(document),
        document.get("mute").map(InterestsParser::mutes).orElse(List.of()),
        document
            .get("digest")
            .flatMap(YamlNode::asMap)
            .map(block -> DigestWishesReader.read(block, defaults))
            .orElse(defaults),
        document.get("pause_until").flatMap(InterestsParser::day).orElse(null));
  }

  private static List<Interest> interestList(YamlMap document) {
    Optional<YamlNode> node = document.get("interests");
    if (node.isEmpty()) {
      // An unknown key has its own problem, and may well be this one misspelt.
      if (KEYS.containsAll(document.keys())) {
        document.problem(
            "Add \"interests:\" and below it at least one topic, such as \"- robotics\".");
      }
      return List.of();
    }
    if (node.get().isEmptyList()) {
      node.get().problem("Add at least one interest, such as \"- robotics\".");
    }
    List<YamlNode> items = node.get().asList();
    if (items.size() > MOST_INTERESTS) {
      items
          .get(MOST_INTERESTS)
          .problem(
              "Remove this interest and those after it: there may be at most %d."
                  .formatted(MOST_INTERESTS));
    }
    return named(items.subList(0, Math.min(items.size(), MOST_INTERESTS)));
  }

  private static List<Interest> named(List<YamlNode> items) {
    List<Interest> interests = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : items) {
      Optional<Interest> interest = InterestReader.interest(item);
      interest.ifPresent(interests::add);
      if (interest.isPresent() && !names.add(nameKey(interest.get().name()))) {
        item.problem("Give this interest another name, or remove it: another one has it already.");
      }
    }
    return interests;
  }

  /** Only for an exact term does letter case make another name. */
  private static String nameKey(String name) {
    return name.startsWith("=") ? name : name.toLowerCase(Locale.ROOT);
  }

  private static List<Term> mutes(YamlNode node) {
    if (node.size() > MOST_MUTES) {
      node.problem("Shorten this list: it may have at most %d terms.".formatted(MOST_MUTES));
    }
    return TermReader.list(node);
  }

  private static Optional<LocalDate> day(YamlNode node) {
    return node.as(
        "a date such as 2026-12-24",
        text -> {
          try {
            return Optional.of(text.strip())
                .filter(day -> DAY.matcher(day).matches())
                .map(LocalDate::parse);
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }
}
