package dev.paperboy.web;

import dev.paperboy.template.LockedTemplates;
import dev.paperboy.template.PageStyle;
import dev.paperboy.template.Texts;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the pages from the templates in the jar, in the language of the request. Whatever a value
 * holds, it is shown as text; a template can reach no class. Threads may share it.
 */
final class Pages {

  static final String HTML = "text/html;charset=utf-8";

  private static final String LANGUAGE = "lang";
  private static final Map<String, Object> ANY_REQUEST =
      Map.of("inLanguage", "", "query", "", "looked", true);

  private final Configuration templates =
      LockedTemplates.from(new ClassTemplateLoader(Pages.class.getClassLoader(), "pages"));
  private final String basePath;
  private final PageStyle style;
  private final Assets assets;

  /**
   * @param baseUrl where readers reach the pages; the links between pages begin with its path
   */
  Pages(URI baseUrl, PageStyle style, Assets assets) {
    this.basePath = String.valueOf(baseUrl.getRawPath()).replaceFirst("^null$|/+$", "");
    this.style = style;
    this.assets = assets;
  }

  /** The address of this path of ours, for a {@code Location} header. */
  String path(String path) {
    return basePath + path;
  }

  /** The sentences of the language that the request asks for. */
  Texts texts(Context context) {
    return style.choose(context.queryParam(LANGUAGE), context.header("Accept-Language"));
  }

  /** The sentences for whoever asked for no language. */
  Texts usualTexts() {
    return style.usual();
  }

  /** What to add to a path of ours, so that it is answered in the language that was asked for. */
  String inLanguage(Context context) {
    return context.queryParam(LANGUAGE) == null ? "" : "?lang=" + texts(context).language().code();
  }

  /** Answers the request with a page. */
  void show(Context context, int status, String page, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("inLanguage", inLanguage(context));
    all.put("query", Query.without(LANGUAGE, context.queryParamMap()));
    all.put("looked", context.method() != HandlerType.POST);
    answer(context, status, render(page, texts(context), all));
  }

  /** Answers the request with a page that was rendered in its language. */
  static void answer(Context context, int status, String html) {
    context.status(status).contentType(HTML).header("Vary", "Accept-Language").result(html);
  }

  /**
   * The page as HTML. Beside the values, by their names, it can use {@code text(key, values)},
   * {@code asset(name)}, {@code base}, {@code language} and {@code languages}; of the request
   * {@code inLanguage}, {@code query} (what it asked for beside the language) and {@code looked}
   * (nothing was sent with it), where it is known.
   */
  String render(String page, Texts texts, Map<String, ?> values) {
    Map<String, Object> model = new HashMap<>(ANY_REQUEST);
    model.putAll(values);
    model.put("base", basePath);
    model.put("text", texts.method());
    model.put("asset", (TemplateMethodModelEx) name -> basePath + assets.address(only(name)));
    model.put("language", named(texts));
    model.put("languages", style.languages().stream().map(Pages::named).toList());
    StringWriter html = new StringWriter();
    try {
      Environment environment =
          templates.getTemplate(page + ".ftlh").createProcessingEnvironment(model, html);
      environment.setLocale(texts.language().locale());
      environment.process();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the page " + page + " cannot be rendered", e);
    }
    return html.toString();
  }

  private static String only(List<?> arguments) {
    return String.valueOf(arguments.get(0));
  }

  /** A language, and how it calls itself. */
  private static Map<String, String> named(Texts texts) {
    Locale locale = texts.language().locale();
    return Map.of(
        "code", texts.language().code(),
        "direction", texts.language().direction(),
        "name", locale.getDisplayLanguage(locale));
  }
}
