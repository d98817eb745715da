package dev.paperboy.template;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What templates get a text with: {@code text("digest.more", {"count": more})}. */
record TextMethod(Texts texts) implements TemplateMethodModelEx {

  @Override
  public Object exec(List arguments) throws TemplateModelException {
    int number = arguments.size();
    if (number < 1 || number > 2 || !(arguments.get(0) instanceof TemplateScalarModel name)) {
      throw new TemplateModelException(
          "write text(\"the.key\") or text(\"the.key\", {\"name\": value})");
    }
    String key = name.getAsString();
    if (texts.find(key).isEmpty()) {
      throw new TemplateModelException(
          "there is no text \"" + key + "\"." + Texts.hint(key, texts.keys()));
    }
    if (number == 1) {
      return new SimpleScalar(filled(key, Map.of()));
    }
    if (!(arguments.get(1) instanceof TemplateHashModel values)) {
      throw new TemplateModelException("write the values of \"" + key + "\" as {\"name\": value}");
    }
    return new SimpleScalar(filled(key, values(key, values)));
  }

  private Map<String, Object> values(String key, TemplateHashModel given)
      throws TemplateModelException {
    Map<String, Object> values = new HashMap<>();
    for (String place : texts.places(key)) {
      TemplateModel value = given.get(place);
      if (value instanceof TemplateNumberModel number) {
        values.put(place, number.getAsNumber());
      } else if (value instanceof TemplateScalarModel words) {
        values.put(place, words.getAsString());
      }
    }
    return values;
  }

  private String filled(String key, Map<String, Object> values) throws TemplateModelException {
    try {
      return texts.of(key, values);
    } catch (IllegalArgumentException missing) {
      throw new TemplateModelException("in the text \"" + key + "\" " + missing.getMessage());
    }
  }
}
