package dev.paperboy.template;

import dev.paperboy.mail.BodyText;
import dev.paperboy.mail.Passage;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The FreeMarker templates with their texts and look: each file is taken from the operator's
 * folder, or from the program where the folder has none of that name. A template reaches only the
 * values it is given: no class, no file, no method outside them. What was read stays until {@link
 * #reload}, so that all mails of a run come from the same files. May be shared by threads.
 */
public final class Templates {

  private final Path folder;
  private final @Nullable String language;
  private final Configuration configuration;
  private volatile @Nullable StyleVariables variables;

  /**
   * @param folder the operator's templates; need not exist
   * @throws BrokenTemplate if the folder is there but cannot be read
   */
  public Templates(Path folder) {
    this(folder, null);
  }

  private Templates(Path folder, @Nullable String language) {
    this.folder = folder;
    this.language = language;
    this.configuration = LockedTemplates.from(loader(folder));
  }

  /** The same templates in another language than the operator's settings say. */
  public Templates in(String another) {
    return new Templates(folder, another);
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
    loaders.add(new ClassTemplateLoader(Templates.class, TemplateFiles.SHIPPED));
    return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
  }

  /** Forgets what was read: the next rendering takes the files as they are then. */
  public void reload() {
    configuration.clearTemplateCache();
    variables = null;
  }

  /**
   * The texts and the look.
   *
   * @throws BrokenTemplate if a file of theirs has a mistake
   */
  public MailStyle style() {
    return variables().style();
  }

  private StyleVariables variables() {
    StyleVariables known = variables;
    if (known == null) {
      MailStyle read = new StyleReader(new YamlFiles(folder)).read(language);
      known = StyleVariables.of(read, configuration.getObjectWrapper());
      variables = known;
    }
    return known;
  }

  /**
   * The template filled in, as one line. Beside the model every template can use {@code text},
   * {@code look}, {@code language}, {@code footerLines} and {@code shared}.
   *
   * @param name the file's name; {@code .ftlh} escapes for HTML
   * @param model its record components are the template's variables
   * @throws BrokenTemplate if the template has a mistake
   */
  public String line(String name, Record model) {
    return fill(name, model, new StringWriter()).toString().replaceAll("\\s+", " ").strip();
  }

  /** The same as the HTML of a mail. */
  public BodyText html(String name, Record model) {
    return fill(name, model, new PartWriter.Html()).body();
  }

  /**
   * The same as the text of a mail: at most two empty lines between paragraphs, none at the ends.
   */
  public BodyText plain(String name, Record model) {
    return fill(name, model, new PartWriter.Plain()).body();
  }

  /** The same as lines of HTML that many mails share: {@link Shared}. */
  public Passage sharedHtml(String name, Record model) {
    return Passage.html(html(name, model).toString());
  }

  /** The same as lines of text that many mails share: {@link Shared}. */
  public Passage sharedPlain(String name, Record model) {
    return Passage.plain(plain(name, model).toString());
  }

  private <W extends Writer> W fill(String name, Record model, W out) {
    StyleVariables known = variables();
    try {
      Environment environment =
          configuration.getTemplate(name).createProcessingEnvironment(model, out);
      environment.setLocale(known.style().texts().language().locale());
      known.byName().forEach(environment::setGlobalVariable);
      environment.process();
      return out;
    } catch (TemplateException | IOException failure) {
      throw TemplateMistake.of(name, failure);
    } catch (StackOverflowError endless) {
      throw new BrokenTemplate("The template " + name + " calls itself without end.", endless);
    }
  }
}
