package dev.paperboy.web;

import dev.paperboy.mail.OutgoingMail.MailBody;
import io.javalin.http.Context;

/**
 * Shows what stands in a mail. Its HTML may be anybody's and has its styles inline, so it comes
 * under a policy of its own: nothing runs, nothing is loaded, no form can be sent, and it is none
 * of this site's pages to the browser. A click on a link leaves it.
 */
final class MailHtml {

  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none';"
          + " base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox"
          + " allow-top-navigation-by-user-activation";

  private MailHtml() {}

  static void answer(Context context, MailBody body) {
    String html = body.html() == null ? null : body.html().toString();
    if (html == null) {
      text(context, body.text().toString());
    } else {
      html(context, html);
    }
  }

  static void html(Context context, String html) {
    context.header("Content-Security-Policy", POLICY).contentType(Pages.HTML).result(html);
  }

  static void text(Context context, String text) {
    context.contentType("text/plain;charset=utf-8").result(text);
  }
}
