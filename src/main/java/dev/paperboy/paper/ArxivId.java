package dev.paperboy.paper;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * arXiv identifiers, in the scheme of April 2007 and the one before it.
 *
 * @see <a href="https://info.arxiv.org/help/arxiv_identifier.html">arXiv's own description</a>
 */
public final class ArxivId {

  /** Archives that gave out identifiers of the old scheme. */
  private static final String ARCHIVES =
      "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
          + "|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math"
          + "|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int"
          + "|supr-con";

  private static final String YEAR_MONTH_OLD = "(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])";

  /** Four digits until the end of 2014, five since. */
  private static final String NEW_STYLE =
      "(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\\.\\d{4}|(?:1[5-9]|[2-8]\\d)(?:0[1-9]|1[0-2])\\.\\d{5}";

  private static final Pattern ID =
      Pattern.compile(
          "(?<![\\w.-])(?:arxiv[.:])?(?:(?<current>"
              + NEW_STYLE
              + ")|(?<archive>"
              + ARCHIVES
              + ")(?:\\.[A-Z]{2})?/(?<number>"
              + YEAR_MONTH_OLD
              + "\\d{3}))(?:v\\d{1,3})?(?![\\w-]|\\.\\d)",
          Pattern.CASE_INSENSITIVE);

  private ArxivId() {}

  /**
   * The first identifier in a text or address, without version and subject class, such as {@code
   * 2608.13558} or {@code hep-ex/0307015}; empty if there is none.
   */
  public static Optional<String> in(String textOrUrl) {
    Matcher matcher = ID.matcher(textOrUrl);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String current = matcher.group("current");
    return Optional.of(
        current != null
            ? current
            : matcher.group("archive").toLowerCase(Locale.ROOT) + "/" + matcher.group("number"));
  }
}
