package dev.paperboy.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

  private static final Pattern SECRET =
      Pattern.compile("^(/(?:unsubscribe|interests)/).*", Pattern.DOTALL);

  private static final Message NOT_UNDERSTOOD =
      new Message(
          "This request is not understood",
          "Paperboy does not know what to do with this address or form. Go back and try again.");
  private static final Message OUR_FAULT =
      new Message(
          "Something went wrong",
          "This is Paperboy's fault, not yours. Try again in a few minutes; if it stays, tell"
              + " whoever runs this Paperboy.");

  private final Pages pages;

  /** A heading and a sentence to act on. */
  private record Message(String title, String text) {}

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  /** What the request asked for cannot be had. */
  void refuse(HttpResponseException refusal, Context context) {
    String allowed = refusal.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    show(context, refusal.getStatus());
  }

  /** A defect or broken infrastructure: logged here, once. */
  void fail(Exception failure, Context context) {
    LOG.error("{} {} failed", context.method(), masked(context.path()), failure);
    PageHeaders.add(context);
    show(context, 500);
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

  private void show(Context context, int status) {
    pages.show(context, status, "error", values(status));
  }

  private String page(int status) {
    return pages.render("error", values(status));
  }

  private static Map<String, String> values(int status) {
    Message message = message(status);
    return Map.of("title", message.title(), "text", message.text());
  }

  private static Message message(int status) {
    return switch (status) {
      case 403 ->
          new Message(
              "This form came from another site",
              "Nothing was changed. Open the link in your mail again and use the form there.");
      case 404 ->
          new Message(
              "There is no such page",
              "If you came by a link in a mail, it may have lost its end: copy the whole of it.");
      case 405 ->
          new Message(
              "This does not work here", "There is such a page, but not for a request like this.");
      case 413 ->
          new Message(
              "This is too long",
              "Nothing was changed. At most 64 KiB can be sent at once; go back and shorten it.");
      default -> status < 500 ? NOT_UNDERSTOOD : OUR_FAULT;
    };
  }
}
