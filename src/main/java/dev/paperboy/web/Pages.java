package dev.paperboy.web;

import dev.paperboy.template.LockedTemplates;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Renders the pages from the templates in the jar. Whatever a value holds, it is shown as text; a
 * template can reach no class. Threads may share it.
 */
final class Pages {

  static final String HTML = "text/html;charset=utf-8";

  private final Configuration templates =
      LockedTemplates.from(new ClassTemplateLoader(Pages.class.getClassLoader(), "pages"));
  private final String basePath;

  /**
   * @param baseUrl where readers reach the pages; the links between pages begin with its path
   */
  Pages(URI baseUrl) {
    this.basePath = String.valueOf(baseUrl.getRawPath()).replaceFirst("^null$|/+$", "");
  }

  /** Answers the request with a page. */
  void show(Context context, int status, String page, Map<String, ?> values) {
    context.status(status).contentType(HTML).result(render(page, values));
  }

  /** The page as HTML; it can use the values by their names. */
  String render(String page, Map<String, ?> values) {
    Map<String, Object> model = new HashMap<>(values);
    model.put("base", basePath);
    StringWriter html = new StringWriter();
    try {
      templates.getTemplate(page + ".ftlh").process(model, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the page " + page + " cannot be rendered", e);
    }
    return html.toString();
  }
}
