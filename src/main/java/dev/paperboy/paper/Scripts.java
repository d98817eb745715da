package dev.paperboy.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Superscripts and subscripts as far as Unicode has them. */
final class Scripts {

  private static final int MOST_LETTERS = 3;

  private static final Map<Integer, String> RAISED =
      table(
          "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ");

  private static final Map<Integer, String> LOWERED =
      table("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");

  /** What is a mark of its own when raised. */
  private static final Map<String, String> MARKS =
      Map.of(
          "*", "*", "⋆", "*", "∗", "*", "†", "†", "‡", "‡", "′", "′", "∘", "°", "circ", "°", "⊤",
          "ᵀ", "top", "ᵀ");

  private Scripts() {}

  /** The text raised; {@code ^word} or {@code ^(text)} where Unicode cannot. */
  static String raise(String text) {
    String mark = MARKS.get(text);
    if (mark != null) {
      return mark;
    }
    boolean word = text.codePoints().allMatch(Character::isLetter);
    return convert(text, RAISED).orElseGet(() -> word ? "^" + text : "^(" + text + ")");
  }

  /** The text lowered; {@code _word} or {@code _(text)} where Unicode cannot. */
  static String lower(String text) {
    boolean word = text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.');
    return convert(text, LOWERED).orElseGet(() -> word ? "_" + text : "_(" + text + ")");
  }

  private static Optional<String> convert(String text, Map<Integer, String> table) {
    int[] points = text.codePoints().filter(c -> c != ' ').toArray();
    if (isLongWord(points)) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int point : points) {
      String converted = table.get(point);
      if (converted == null) {
        return Optional.empty();
      }
      out.append(converted);
    }
    return Optional.of(out.toString());
  }

  /** Small letters are hard to read and not found by a search: words stay words. */
  private static boolean isLongWord(int[] points) {
    return Arrays.stream(points).filter(Character::isLetter).count() > MOST_LETTERS;
  }

  private static Map<Integer, String> table(String plain, String converted) {
    Map<Integer, String> table = new HashMap<>();
    int[] to = converted.codePoints().toArray();
    int[] from = plain.codePoints().toArray();
    for (int i = 0; i < from.length; i++) {
      table.put(from[i], Character.toString(to[i]));
    }
    return Map.copyOf(table);
  }
}
