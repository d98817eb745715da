package dev.paperboy.lint;

/**
 * A rule that a mail breaks.
 *
 * @param severity that of the rule, or {@link Severity#SHOULD} for the milder half of a rule
 * @param message what is wrong, where, and what to do; one line
 */
public record Finding(Rule rule, Severity severity, String message) {

  @Override
  public String toString() {
    return rule + " " + severity + ": " + message;
  }
}
