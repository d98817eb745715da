package dev.paperboy.yaml;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what the YAML parser stumbled over, and how to mend it. */
final class SyntaxWords {

  static final String ALIAS =
      "Put the text in quotes: YAML gives a \"*\" at the beginning another meaning.";
  static final String ANCHOR =
      "Put the text in quotes: YAML gives a \"&\" at the beginning another meaning.";
  static final String TAG =
      "Put the text in quotes: YAML gives a \"!\" at the beginning another meaning.";

  private static final String ANYTHING =
      "Check quotes, brackets, colons and indentation here: this is not valid YAML.";

  private static final List<Rule> RULES =
      List.of(
          new Rule("", NodeBuilder.TOO_DEEP, false, "Use fewer levels: this is nested too deep."),
          new Rule(
              "quoted scalar",
              "unexpected end of stream",
              true,
              "Close the quotes that begin here, or remove them."),
          new Rule(
              "quoted scalar",
              "document separator",
              true,
              "Close the quotes that begin here, or remove them."),
          new Rule(
              "quoted scalar",
              "escape",
              false,
              "Write a backslash twice, or use single quotes: in double quotes it begins a special"
                  + " character."),
          new Rule(
              "flow sequence",
              "",
              true,
              "Close the list that begins here with \"]\", or put quotes around the text if the"
                  + " bracket belongs to it."),
          new Rule(
              "flow mapping",
              "",
              true,
              "Close what begins here with \"}\", or put quotes around the text if the brace"
                  + " belongs to it."),
          new Rule(
              "",
              "mapping values are not allowed",
              false,
              "Put quotes around the text if this colon belongs to it; else check the indentation of"
                  + " this line and the one above."),
          new Rule(
              "",
              "sequence entries are not allowed",
              false,
              "Begin the list on a line of its own, or put quotes around the text if the dash belongs"
                  + " to it."),
          new Rule(
              "simple key",
              "",
              true,
              "Put a colon and a space after this key, or indent the line."),
          new Rule("alias", "", true, ALIAS),
          new Rule("anchor", "", true, ANCHOR),
          new Rule("tag", "", true, TAG),
          new Rule(
              "block scalar",
              "",
              true,
              "Put the text in quotes: YAML gives \">\" and \"|\" another meaning."),
          new Rule(
              "directive", "", true, "Put the text in quotes: YAML gives a \"%\" another meaning."),
          new Rule(
              "",
              "cannot start any token",
              false,
              "Put the text in quotes: YAML does not let a text begin with this character."),
          new Rule(
              "",
              "<document start>",
              false,
              "Give this a key and a colon, or indent it: the document has ended above."),
          new Rule(
              "block node",
              "",
              false,
              "Put the text in quotes: YAML gives the character at its beginning another meaning."),
          new Rule(
              "block",
              "found ']'",
              false,
              "Remove this bracket, or put quotes around the text if it belongs to it."),
          new Rule(
              "block",
              "found '}'",
              false,
              "Remove this brace, or put quotes around the text if it belongs to it."),
          new Rule(
              "block collection",
              "'<scalar>'",
              false,
              "Put quotes around the whole text: it goes on after the closing quote."),
          new Rule(
              "block mapping",
              "'<scalar>'",
              false,
              "Put quotes around the whole text: it goes on after the closing quote."),
          new Rule(
              "block",
              "",
              false,
              "Indent this line like the others of its list or block: it does not fit them."));

  private SyntaxWords() {}

  /**
   * @param context part of what the parser was doing
   * @param problem part of what it says
   * @param atContext the place to show is where that began
   */
  private record Rule(String context, String problem, boolean atContext, String message) {

    boolean fits(MarkedYAMLException failure) {
      String doing = failure.getContext() == null ? "" : failure.getContext();
      String saying = failure.getProblem() == null ? "" : failure.getProblem();
      return doing.contains(context) && saying.contains(problem);
    }
  }

  /** Adds what failed, unless its line has a problem already, which will have led to it. */
  static void add(RuntimeException failure, Problems problems) {
    if (!(failure instanceof MarkedYAMLException marked)) {
      problems.add(1, 1, ANYTHING);
      return;
    }
    Rule rule =
        RULES.stream()
            .filter(each -> each.fits(marked))
            .findFirst()
            .orElse(new Rule("", "", false, ANYTHING));
    Mark begun = marked.getContextMark();
    Mark mark = begun != null && rule.atContext() ? begun : marked.getProblemMark();
    if (!problems.anyInLine(mark.getLine() + 1)) {
      problems.add(mark.getLine() + 1, mark.getColumn() + 1, rule.message());
    }
  }
}
