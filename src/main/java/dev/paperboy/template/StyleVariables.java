package dev.paperboy.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Map;

/** The variables that every template has, made once for a reading of the operator's files. */
record StyleVariables(MailStyle style, Map<String, TemplateModel> byName) {

  static StyleVariables of(MailStyle style, ObjectWrapper wrapper) {
    Language language = style.texts().language();
    Map<String, String> written =
        Map.of("code", language.code(), "direction", language.direction());
    try {
      return new StyleVariables(
          style,
          Map.of(
              "text", style.texts().method(),
              "look", wrapper.wrap(style.look()),
              "language", wrapper.wrap(written),
              "footerLines", wrapper.wrap(style.footerLines()),
              "shared", new SharedLines()));
    } catch (TemplateModelException impossible) {
      throw new IllegalStateException("Records, maps and lists can be wrapped.", impossible);
    }
  }
}
