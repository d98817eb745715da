package dev.paperboy.web;

import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when there is nothing else to answer: a page with a sentence. */
final class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  /** What follows the first part of a path may be a token. */
  private static final Pattern SECRET = Pattern.compile("^(/[^/]*/).*", Pattern.DOTALL);

  private final Pages pages;

  /**
   * By what they tell and language. Whoever sends a thousand forms a second is not to cost what
   * they hope.
   */
  private final Map<String, String> toForms = new ConcurrentHashMap<>();

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  /** What the request asked for cannot be had. */
  void refuse(HttpResponseException refusal, Context context) {
    String allowed = refusal.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    String matter = matter(refusal.getStatus());
    if (refusal instanceof TooOften tooOften) {
      context.header("Retry-After", Long.toString(tooOften.seconds()));
      matter = tooOften.matter();
    }
    show(context, refusal.getStatus(), matter);
  }

  /** A defect or broken infrastructure: logged here, once. */
  void fail(Exception failure, Context context) {
    LOG.error("{} {} failed", context.method(), masked(context.path()), failure);
    PageHeaders.add(context);
    show(context, 500, matter(500));
  }

  /** Nothing that a page does may end the server, not even what Java calls an error. */
  void fail(HttpServletResponse response, Error failure) {
    LOG.error("a request failed", failure);
    response.setStatus(500);
    response.setContentType(Pages.HTML);
    try {
      response.getOutputStream().write(page(500).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("whoever asked has gone", e);
    }
  }

  /** Answers what never became a request, such as an address with a line break. */
  boolean answerMalformed(Request request, Response response, Callback callback) {
    PageHeaders.ALWAYS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Pages.HTML);
    Content.Sink.write(response, true, page(response.getStatus()), callback);
    return true;
  }

  /** The path for logs: without what gives access. */
  static String masked(String path) {
    return SECRET.matcher(path).replaceFirst("$1***");
  }

  private void show(Context context, int status, String matter) {
    Texts texts = pages.texts(context);
    if (context.method() == HandlerType.POST) {
      String key = matter + " " + texts.language().code();
      String page = toForms.computeIfAbsent(key, unknown -> page(matter, texts, false));
      Pages.answer(context, status, page);
    } else {
      pages.show(context, status, "error", values(matter, texts, true));
    }
  }

  /** The page where nothing is known of who asked. */
  private String page(int status) {
    return page(matter(status), pages.usualTexts(), true);
  }

  private String page(String matter, Texts texts, boolean looked) {
    return pages.render("error", texts, values(matter, texts, looked));
  }

  private static Map<String, Object> values(String matter, Texts texts, boolean looked) {
    String key = "page.error." + matter;
    return Map.of(
        "title", texts.of(key + ".title"), "sentence", texts.of(key + ".text"), "looked", looked);
  }

  private static String matter(int status) {
    return switch (status) {
      case 403 -> "foreign";
      case 404 -> "missing";
      case 405 -> "method";
      case 413 -> "large";
      default -> status < 500 ? "request" : "fault";
    };
  }
}
