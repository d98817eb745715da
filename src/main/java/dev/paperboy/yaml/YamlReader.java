package dev.paperboy.yaml;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document. Never throws, whatever the text; takes time in proportion to the limit.
 *
 * @param maxCharacters a longer document is a problem and is not looked into
 * @param mainKey names, in a problem, a key that the document may begin with
 */
public record YamlReader(int maxCharacters, String mainKey) {

  /**
   * The document's keys, none for an empty document; or nothing if it could not be read to its end,
   * and then there is a problem. There can be problems beside an answer, too.
   */
  public Optional<YamlMap> read(String document, Problems problems) {
    String text = Problems.withoutMark(document);
    if (!isFit(text, problems)) {
      return Optional.empty();
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(maxCharacters + 1);
    try {
      StreamReader characters = new StreamReader(new StringReader(text));
      return map(new ParserImpl(characters, options), problems);
    } catch (YAMLException | IllegalArgumentException e) {
      // SnakeYAML lets the latter out for an escape that names no character, "\\UFFFFFFFF".
      if (!problems.isFull()) {
        SyntaxWords.add(e, problems);
      }
      return Optional.empty();
    }
  }

  private Optional<YamlMap> map(Parser events, Problems problems) {
    YamlMap none = new YamlMap(new Place(1, 1, "", problems), new LinkedHashMap<>());
    events.getEvent();
    Event start = events.getEvent();
    if (start.is(Event.ID.StreamEnd)) {
      return Optional.of(none);
    }
    Event first = events.getEvent();
    YamlNode root = new NodeBuilder(events, first, problems).root();
    events.getEvent();
    Event end = events.getEvent();
    if (!end.is(Event.ID.StreamEnd)) {
      problems.add(
          end.getStartMark().getLine() + 1,
          end.getStartMark().getColumn() + 1,
          "Remove this line: \"---\" begins a second document, and only one is read.");
      return Optional.empty();
    }
    if (root.isMissing()) {
      return Optional.of(none);
    }
    if (!root.isMap()) {
      root.problem("Begin with \"%s:\" and put this below it, indented.".formatted(mainKey));
      return Optional.empty();
    }
    return root.asMap();
  }

  private boolean isFit(String text, Problems problems) {
    if (text.codePointCount(0, text.length()) > maxCharacters) {
      problems.add(
          1,
          1,
          "Shorten the document: it may have at most %d characters.".formatted(maxCharacters));
      return false;
    }
    if (text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'))) {
      return true; // Most documents: no need to look at their lines one by one.
    }
    boolean fit = true;
    List<String> lines = Problems.linesOf(text);
    for (int i = 0; i < lines.size() && !problems.isFull(); i++) {
      fit &= isFit(i + 1, lines.get(i), problems);
    }
    return fit;
  }

  private static boolean isFit(int number, String line, Problems problems) {
    int[] characters = line.codePoints().toArray();
    boolean indent = true;
    boolean fit = true;
    for (int i = 0; i < characters.length && !problems.isFull(); i++) {
      if (!StreamReader.isPrintable(characters[i])) {
        problems.add(
            number, i + 1, "Remove the control character U+%04X.".formatted(characters[i]));
        fit = false;
      } else if (indent && characters[i] == '\t') {
        problems.add(number, i + 1, "Use spaces instead of tabs at the beginning of a line.");
        return false;
      }
      indent &= characters[i] == ' ';
    }
    return fit;
  }
}
