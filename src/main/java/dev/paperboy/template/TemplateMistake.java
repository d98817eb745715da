package dev.paperboy.template;

import dev.paperboy.text.ShortText;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence, with its place, what FreeMarker stumbled over. */
final class TemplateMistake {

  private static final int LONGEST_SENTENCE = 300;

  private TemplateMistake() {}

  /** What to tell the operator; {@code name} where the failure does not name a template. */
  static BrokenTemplate of(String name, Exception failure) {
    ParseException mistake = parseException(failure);
    if (mistake != null) {
      return at(
          mistake.getTemplateName() == null ? name : mistake.getTemplateName(),
          mistake.getLineNumber(),
          mistake.getColumnNumber(),
          mistake.getEditorMessage(),
          failure);
    }
    if (failure instanceof TemplateException wrong) {
      Integer line = wrong.getLineNumber();
      Integer column = wrong.getColumnNumber();
      return at(
          wrong.getTemplateSourceName() == null ? name : wrong.getTemplateSourceName(),
          line == null ? 1 : line,
          column == null ? 1 : column,
          what(wrong),
          failure);
    }
    return new BrokenTemplate(
        "The template " + name + " cannot be read: " + sentence(failure.getMessage()), failure);
  }

  private static @Nullable ParseException parseException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException mistake) {
        return mistake;
      }
    }
    return null;
  }

  private static @Nullable String what(TemplateException wrong) {
    return wrong instanceof InvalidReferenceException && wrong.getBlamedExpressionString() != null
        ? "\"" + wrong.getBlamedExpressionString() + "\" has no value here; is the name right?"
        : wrong.getMessageWithoutStackTop();
  }

  private static BrokenTemplate at(
      String file, int line, int column, @Nullable String what, Exception cause) {
    return new BrokenTemplate(
        "The template %s is broken at line %d, column %d: %s"
            .formatted(file, line, column, sentence(what)),
        cause);
  }

  /** FreeMarker's messages end in pages of tips; their first paragraph says it. */
  private static String sentence(@Nullable String message) {
    String first = message == null ? "" : message.split("\n\\s*(----|\n)", 2)[0];
    String line = first.replaceAll("\\s+", " ").strip();
    String cut = ShortText.cut(line, LONGEST_SENTENCE);
    return cut.isEmpty() ? "FreeMarker does not say why." : cut;
  }
}
