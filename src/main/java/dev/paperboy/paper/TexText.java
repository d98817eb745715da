package dev.paperboy.paper;

/**
 * One round of TeX to text, left to right. Unknown things lose their markup and keep their words.
 * Depth of recursion is bounded by {@link TexGroups}, look-ahead by {@link TexMath}, so that the
 * time is linear.
 */
final class TexText {

  private static final String MARKUP = "\\{}$^~`";

  private final String text;
  private final TexGroups groups;
  private final TexCommandReader commands;
  private final TexQuotes quotes;

  private TexText(String text) {
    this.text = text;
    this.groups = new TexGroups(text);
    this.quotes = new TexQuotes(text);
    this.commands = new TexCommandReader(text, groups, this::plain);
  }

  static String toPlain(String text) {
    return new TexText(text).plain(0, text.length(), false);
  }

  /** For texts that never settle: every character that could be markup removed. */
  static String withoutMarkup(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars().filter(c -> MARKUP.indexOf(c) < 0).forEach(c -> out.append((char) c));
    return out.toString();
  }

  private String plain(int from, int to, boolean math) {
    StringBuilder out = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      i = step(i, to, math, out);
    }
    return out.toString();
  }

  /** Reads what starts here and returns the offset after it. */
  private int step(int i, int to, boolean math, StringBuilder out) {
    return switch (text.charAt(i)) {
      case '\\' -> commands.read(i, to, math, out);
      case '{' -> group(i, to, math, out);
      case '}' -> i + 1;
      case '$' -> dollar(i, to, math, out);
      case '^' -> raised(i, to, math, out);
      case '_' -> lowered(i, to, math, out);
      case '~' -> Punctuation.tie(text, i, to, math, out);
      case '`', '\'', '"' -> quotes.read(i, to, math, out);
      case '-' -> Punctuation.dash(text, i, to, out);
      case 'h', 'H', 'w', 'W' -> address(i, to, out);
      case 't', 'm' -> commands.readBare(i, to, math, out);
      default -> literal(i, out);
    };
  }

  private int literal(int i, StringBuilder out) {
    out.append(text.charAt(i));
    return i + 1;
  }

  private int group(int i, int to, boolean math, StringBuilder out) {
    int close = groups.close(i, to);
    if (close < 0) {
      return i + 1;
    }
    String content = text.substring(i + 1, close);
    if (TexCommands.isBareSwitch(content)) {
      out.append(plain(i + 1 + content.indexOf(' ') + 1, close, math));
      return close + 1;
    }
    String plain = TexCommands.symbolInBraces(content).orElseGet(() -> plain(i + 1, close, math));
    boolean keep = !math && !plain.isBlank() && plain.equals(content) && !isGlued(i, close, to);
    out.append(keep ? "{" + plain + "}" : plain);
    return close + 1;
  }

  /** A brace that only protects a part of a word, as in <code>{B}ERT</code>. */
  private boolean isGlued(int open, int close, int to) {
    boolean word = text.substring(open + 1, close).chars().allMatch(Character::isLetterOrDigit);
    boolean before = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1));
    boolean after = close + 1 < to && Character.isLetterOrDigit(text.charAt(close + 1));
    return word && (before || after);
  }

  private int dollar(int i, int to, boolean math, StringBuilder out) {
    if (math) {
      return i + 1;
    }
    int width = text.startsWith("$$", i) ? 2 : 1;
    int close = TexMath.close(text, i + width, to);
    if (close < 0 || (width == 2 && !text.startsWith("$$", close))) {
      out.append(text, i, i + width);
      return i + width;
    }
    out.append(plain(i + width, close, true));
    return close + width;
  }

  private int raised(int i, int to, boolean math, StringBuilder out) {
    int close = groups.close(i + 1, to);
    if (close > 0) {
      out.append(Scripts.raise(script(i + 1, close)));
      return close + 1;
    }
    int end = TexScript.end(text, i + 1, to);
    if (end > 0) {
      out.append(Scripts.raise(text.substring(i + 1, end)));
      return end;
    }
    if (math && i + 1 < to && text.charAt(i + 1) == '*') {
      return i + 1;
    }
    return command(i, to, out, true);
  }

  private int lowered(int i, int to, boolean math, StringBuilder out) {
    int close = groups.close(i + 1, to);
    if (close > 0) {
      out.append(Scripts.lower(script(i + 1, close)));
      return close + 1;
    }
    if (math && i + 1 < to && Character.isLetterOrDigit(text.charAt(i + 1))) {
      out.append(Scripts.lower(text.substring(i + 1, i + 2)));
      return i + 2;
    }
    return math ? command(i, to, out, false) : literal(i, out);
  }

  private String script(int open, int close) {
    return TexCommands.symbolInBraces(text.substring(open + 1, close))
        .orElseGet(() -> plain(open + 1, close, true).strip());
  }

  /** A script whose argument is a command, as in <code>360^\circ</code>. */
  private int command(int i, int to, StringBuilder out, boolean raised) {
    if (i + 2 >= to || text.charAt(i + 1) != '\\' || !Character.isLetter(text.charAt(i + 2))) {
      return literal(i, out);
    }
    StringBuilder argument = new StringBuilder();
    int end = commands.read(i + 1, to, true, argument);
    String plain = argument.toString().strip();
    if (!plain.isEmpty()) {
      out.append(raised ? Scripts.raise(plain) : Scripts.lower(plain));
    }
    return end;
  }

  /** A web address with, perhaps, its label in braces glued to it. */
  private int address(int i, int to, StringBuilder out) {
    int end = WebAddress.end(text, i, to);
    if (end < 0) {
      return literal(i, out);
    }
    String address = WebAddress.plain(text, i, end);
    out.append(WebAddress.needsSpace(out) ? " " : "").append(address);
    int close = groups.close(end, to);
    if (close < 0) {
      return end;
    }
    String label = plain(end + 1, close, false).strip();
    if (!label.isEmpty() && !label.equals(address)) {
      out.append(" (").append(label).append(')');
    }
    return close + 1;
  }
}
