package dev.paperboy.template;

import dev.paperboy.mail.Passage;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Lines that were rendered before, as a directive of a template: {@code <@entry.html/>}. They are
 * put in without being rendered or encoded again. Threads may share it.
 */
public record Shared(Passage passage) implements TemplateDirectiveModel {

  @Override
  public void execute(
      Environment environment,
      Map parameters,
      TemplateModel[] loopVariables,
      TemplateDirectiveBody body)
      throws IOException {
    Writer out = environment.getOut();
    if (out instanceof PartWriter part) {
      part.put(passage);
    } else {
      // The template keeps what it renders here in a variable.
      out.write(passage.text());
    }
  }
}
