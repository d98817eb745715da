package dev.paperboy.dump;

import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Organization;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines below a paper on the page: how many authors or which organisation, a middle dot, the
 * paper's date and its comments.
 */
record CaptureFooter(Authors authors, @Nullable Organization organization, ShownDate date) {

  static final String DOT = "·";

  private static final int LONGEST_ORGANIZATION = 200;

  private static final Pattern AUTHORS =
      Pattern.compile("[•*·-]? *(\\d{1,5}) +authors?", Pattern.CASE_INSENSITIVE);

  private static final Pattern ONE_LINE =
      Pattern.compile("([•*] *\\d{1,5} +authors?) *· *(\\S.{1,40})", Pattern.CASE_INSENSITIVE);

  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");

  /** Reads the line above the dot; both authors and organisation are unknown if it is neither. */
  static CaptureFooter of(@Nullable String line, ShownDate date) {
    Matcher authors = AUTHORS.matcher(line == null ? "" : line);
    if (authors.matches()) {
      return new CaptureFooter(Authors.counted(Integer.parseInt(authors.group(1))), null, date);
    }
    return new CaptureFooter(Authors.UNKNOWN, line == null ? null : organization(line), date);
  }

  /** A footer that the browser put on one line. */
  static Optional<CaptureFooter> inOneLine(String line) {
    Matcher matcher = ONE_LINE.matcher(line);
    return matcher.matches()
        ? ShownDate.of(matcher.group(2).strip()).map(date -> of(matcher.group(1), date))
        : Optional.empty();
  }

  static boolean isAuthors(String line) {
    return AUTHORS.matcher(line).matches();
  }

  /** Whether a line can be {@code slug Display Name}; a title or sentence can look so too. */
  static boolean canBeOrganization(String line) {
    String slug = line.split(" ", 2)[0];
    boolean sentence = line.endsWith(".") || line.endsWith("?") || line.endsWith("!");
    return line.length() <= LONGEST_ORGANIZATION && !sentence && SLUG.matcher(slug).matches();
  }

  private static @Nullable Organization organization(String line) {
    String[] parts = line.split(" ", 2);
    String slug = ListingText.name(parts[0]);
    String name = ListingText.name(parts[parts.length - 1]);
    return slug.isEmpty() || name.isEmpty() ? null : new Organization(slug, name);
  }
}
