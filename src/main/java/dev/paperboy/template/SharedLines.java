package dev.paperboy.template;

import dev.paperboy.mail.Passage;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directive {@code <@shared name="...">} around whole lines of HTML that are the same in every
 * mail: they are rendered and encoded once, and again when the operator's files are read anew.
 * Threads may share it.
 */
final class SharedLines implements TemplateDirectiveModel {

  /** Names stand in templates, so there are few. */
  private final Map<String, Passage> passages = new ConcurrentHashMap<>();

  @Override
  public void execute(
      Environment environment,
      Map parameters,
      TemplateModel[] loopVariables,
      TemplateDirectiveBody body)
      throws TemplateException, IOException {
    if (body == null
        || parameters.size() != 1
        || !(parameters.get("name") instanceof TemplateScalarModel name)) {
      throw new TemplateModelException("write <@shared name=\"a name\">lines</@shared>");
    }
    if (!(environment.getOut() instanceof PartWriter.Html part)) {
      body.render(environment.getOut());
      return;
    }
    Passage known = passages.get(name.getAsString());
    if (known == null) {
      StringWriter lines = new StringWriter();
      body.render(lines);
      known = Passage.html(lines.toString());
      passages.put(name.getAsString(), known);
    }
    part.put(known);
  }
}
