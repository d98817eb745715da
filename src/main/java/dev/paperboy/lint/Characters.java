package dev.paperboy.lint;

/** Characters that no mail should show. */
final class Characters {

  private Characters() {}

  /** Controls, and the separators that some programs take for line breaks. */
  static boolean isControl(int point) {
    return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
  }
}
