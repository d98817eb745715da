package dev.paperboy.dump;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What belongs to the page and to no paper: menus, slogans, the foot of the page. */
final class CaptureChrome {

  private static final Set<String> WORDS =
      Set.of(
          "new",
          "subscribe",
          "daily papers",
          "trending papers",
          "papers",
          "daily",
          "weekly",
          "monthly",
          "trending",
          "previous",
          "next",
          "log in",
          "sign up",
          "models",
          "datasets",
          "spaces",
          "buckets",
          "posts",
          "docs",
          "enterprise",
          "pricing",
          "community",
          "hugging face",
          "system theme",
          "company",
          "tos",
          "privacy",
          "about",
          "careers",
          "jobs",
          "website",
          "submit",
          "submit paper",
          "upvote",
          "view all",
          "search",
          "collections",
          "-",
          "·",
          "•");

  private static final Pattern PHRASES =
      Pattern.compile(
          "get trending papers in your email.*|by ?ak and the research community|© ?hugging face.*"
              + "|search models, datasets.*|week \\d{1,2}.*");

  private CaptureChrome() {}

  static boolean isChrome(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return line.length() < 120
        && (WORDS.contains(lower)
            || PHRASES.matcher(lower).matches()
            || ShownDate.of(line).isPresent());
  }

  /** The blocks without lines of the page itself. */
  static List<CaptureBlock> removedFrom(List<CaptureBlock> blocks) {
    return blocks.stream()
        .map(block -> block.lines().stream().filter(line -> !isChrome(line)).toList())
        .filter(lines -> !lines.isEmpty())
        .map(CaptureBlock::new)
        .toList();
  }
}
