package dev.paperboy.lint;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The declarations of a style, in lower case; of a property said twice, the last one. */
record Declarations(Map<String, Declaration> byProperty) {

  static final Declarations NONE = new Declarations(Map.of());

  /** A value, and whether it overrides inline styles. */
  record Declaration(String value, boolean important) {}

  static Declarations of(String style) {
    Map<String, Declaration> byProperty = new HashMap<>();
    for (String one : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = one.indexOf(':');
      if (colon > 0) {
        String value = one.substring(colon + 1).strip();
        boolean important = value.endsWith("!important");
        byProperty.put(
            one.substring(0, colon).strip(),
            new Declaration(
                important ? value.substring(0, value.length() - 10).strip() : value, important));
      }
    }
    return new Declarations(byProperty);
  }

  /** The property's value; {@code ""} where it is not declared. */
  String value(String property) {
    Declaration declaration = byProperty.get(property);
    return declaration == null ? "" : declaration.value();
  }

  /** Whether the property overrides inline styles. */
  boolean isImportant(String property) {
    Declaration declaration = byProperty.get(property);
    return declaration != null && declaration.important();
  }
}
