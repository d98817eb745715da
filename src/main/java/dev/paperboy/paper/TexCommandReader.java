package dev.paperboy.paper;

import java.util.Optional;

/** Reads one command with its arguments. */
final class TexCommandReader {

  /** Converts a part of the text. */
  interface Part {
    String plain(int from, int to, boolean math);
  }

  private static final int LONGEST_BARE = 8;

  private final String text;
  private final TexGroups groups;
  private final Part part;

  TexCommandReader(String text, TexGroups groups, Part part) {
    this.text = text;
    this.groups = groups;
    this.part = part;
  }

  /** Reads the command whose backslash is here; returns the offset after it. */
  int read(int i, int to, boolean math, StringBuilder out) {
    int end = i + 1;
    while (end < to && TexCommands.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == i + 1) {
      return end < to ? sign(i + 1, to, math, out) : to;
    }
    String name = text.substring(i + 1, end);
    if (TexCommands.isAccent(name)) {
      int after = TexAccent.read(name, text, end, to, out);
      return after > 0 ? after : other(name, end, to, math, out);
    }
    Optional<String> symbol = TexCommands.symbol(name);
    if (symbol.isPresent()) {
      out.append(symbol.get());
      return end;
    }
    Optional<String> abbreviation = TexCommands.abbreviation(name);
    return abbreviation.isPresent()
        ? abbreviation(abbreviation.get(), end, to, out)
        : other(name, end, to, math, out);
  }

  /** A style that lost its backslash, or else one letter. */
  int readBare(int i, int to, boolean math, StringBuilder out) {
    int end = i;
    while (end < to && end - i <= LONGEST_BARE && TexCommands.isLetter(text.charAt(end))) {
      end++;
    }
    boolean inWord = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
    int close = groups.close(end, to);
    String name = text.substring(i, end);
    if (inWord || close < 0 || !TexCommands.isBareStyle(name)) {
      out.append(text.charAt(i));
      return i + 1;
    }
    out.append(TexCommands.styled(name, part.plain(end + 1, close, math)));
    return close + 1;
  }

  private int other(String name, int end, int to, boolean math, StringBuilder out) {
    int at = skipSpaces(text, end, to);
    int close = groups.close(at, to);
    if (TexCommands.isSilent(name)) {
      dropSpaceAtEnd(out);
      return close < 0 ? end : close + 1;
    }
    if (TexCommands.isStyle(name)) {
      out.append(close < 0 ? "" : TexCommands.styled(name, part.plain(at + 1, close, math)));
      return close < 0 ? at : close + 1;
    }
    return close < 0 ? unknown(name, end, to, math, out) : built(name, at, close, to, out);
  }

  /** Commands that put something between or around their arguments. */
  private int built(String name, int at, int close, int to, StringBuilder out) {
    switch (name) {
      case "frac", "tfrac", "dfrac" -> {
        return fraction(at, close, to, out);
      }
      case "href" -> {
        return link(at, close, to, out);
      }
      case "sqrt" -> out.append('√').append(operand(part.plain(at + 1, close, true)));
      case "footnote" -> out.append(" (").append(part.plain(at + 1, close, false)).append(')');
      default -> {
        return unknown(name, at, to, false, out);
      }
    }
    return close + 1;
  }

  private int unknown(String name, int end, int to, boolean math, StringBuilder out) {
    int close = groups.close(end, to);
    String argument = close < 0 ? "" : part.plain(end + 1, close, math);
    out.append(argument.isBlank() ? name : argument);
    return close < 0 ? end : close + 1;
  }

  private int fraction(int at, int close, int to, StringBuilder out) {
    out.append(operand(part.plain(at + 1, close, true)));
    int second = close + 1;
    int end = groups.close(second, to);
    if (end < 0) {
      return second;
    }
    out.append('/').append(operand(part.plain(second + 1, end, true)));
    return end + 1;
  }

  private int link(int at, int close, int to, StringBuilder out) {
    String address = part.plain(at + 1, close, false).strip();
    int end = groups.close(close + 1, to);
    String label = end < 0 ? "" : part.plain(close + 2, end, false).strip();
    boolean both = !label.isEmpty() && !label.equals(address);
    out.append(both ? label + " (" + address + ")" : address);
    return end < 0 ? close + 1 : end + 1;
  }

  private int abbreviation(String words, int end, int to, StringBuilder out) {
    out.append(words);
    boolean stopFollows = end < to && text.charAt(end) == '.';
    return stopFollows ? end + 1 : end;
  }

  /** A command that is a single sign, such as <code>\%</code>. */
  private int sign(int i, int to, boolean math, StringBuilder out) {
    char c = text.charAt(i);
    String name = String.valueOf(c);
    int after = TexCommands.isAccent(name) ? TexAccent.read(name, text, i + 1, to, out) : -1;
    if (after > 0) {
      return after;
    }
    if (c == '(' || c == '[') {
      return formula(i, to, math, out);
    }
    if (" ,;:\\".indexOf(c) >= 0) {
      out.append(' ');
    } else if ("!/-".indexOf(c) < 0 && !(math && c == ')')) {
      out.append(c == '|' ? "‖" : name);
    }
    return i + 1;
  }

  private int formula(int i, int to, boolean math, StringBuilder out) {
    char closer = text.charAt(i) == '(' ? ')' : ']';
    int close = math ? -1 : TexMath.closeCommand(text, i + 1, to, closer);
    if (close < 0) {
      out.append(text.charAt(i));
      return i + 1;
    }
    out.append(part.plain(i + 1, close, true));
    return close + 2;
  }

  private static int skipSpaces(String text, int from, int to) {
    return from + (from < to && text.charAt(from) == ' ' ? Runs.length(text, from, to) : 0);
  }

  private static String operand(String plain) {
    String stripped = plain.strip();
    boolean simple = stripped.codePoints().allMatch(Character::isLetterOrDigit);
    return simple ? stripped : "(" + stripped + ")";
  }

  private static void dropSpaceAtEnd(StringBuilder out) {
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }
}
