package dev.paperboy.digest;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The FreeMarker templates: each is taken from the operator's folder, or from the program where the
 * folder has none of that name. A template reaches only the values it is given: no class, no file,
 * no method outside them. What was read stays until {@link #reload}, so that all mails of a run
 * come from the same files. May be shared by threads.
 */
public final class Templates {

  private static final int LONGEST_SENTENCE = 300;

  private final Configuration configuration;

  /**
   * @param folder the operator's templates; need not exist
   * @throws BrokenTemplate if the folder is there but cannot be read
   */
  public Templates(Path folder) {
    configuration = LockedTemplates.from(loader(folder));
  }

  private static TemplateLoader loader(Path folder) {
    List<TemplateLoader> loaders = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try {
        loaders.add(new FileTemplateLoader(folder.toFile()));
      } catch (IOException failure) {
        throw new BrokenTemplate("The folder " + folder + " cannot be read.", failure);
      }
    }
    loaders.add(new ClassTemplateLoader(Templates.class, "/templates/"));
    return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
  }

  /** Forgets what was read: the next rendering takes the files as they are then. */
  public void reload() {
    configuration.clearTemplateCache();
  }

  /**
   * The template filled in.
   *
   * @param name the file's name; {@code .ftlh} escapes for HTML
   * @param model its record components are the template's variables
   * @throws BrokenTemplate if the template has a mistake
   */
  public String render(String name, Record model) {
    try {
      StringWriter out = new StringWriter(16 * 1024);
      configuration.getTemplate(name).process(model, out);
      return out.toString();
    } catch (TemplateException | IOException failure) {
      throw broken(name, failure);
    } catch (StackOverflowError endless) {
      throw new BrokenTemplate("The template " + name + " calls itself without end.", endless);
    }
  }

  private static BrokenTemplate broken(String name, Exception failure) {
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
