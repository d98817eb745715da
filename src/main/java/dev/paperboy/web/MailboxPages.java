package dev.paperboy.web;

import dev.paperboy.mail.StoredMail;
import dev.paperboy.mail.StoredMails;
import dev.paperboy.template.Texts;
import dev.paperboy.web.OperatorSettings.MailboxAccess;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /mailbox}: the mails that were kept instead of sent. They hold the links of their readers,
 * so these pages are for this machine only unless the config says otherwise.
 */
final class MailboxPages {

  private static final int MOST = 500;

  private final Pages pages;
  private final StoredMails mails;
  private final MailboxParts parts;
  private final boolean open;

  MailboxPages(Pages pages, MailboxParts parts, OperatorSettings settings) {
    this.pages = pages;
    this.mails = parts.mails();
    this.parts = parts;
    this.open = settings.mailbox() == MailboxAccess.ALL;
  }

  void addTo(Routes routes) {
    routes
        .page("/mailbox", guarded(this::list))
        .page("/mailbox/{name}", guarded(this::show))
        .page("/mailbox/{name}/html", guarded(this::html))
        .page("/mailbox/{name}/source", guarded(this::source));
  }

  private Handler guarded(Handler page) {
    return open ? page : LocalGuard.local(page);
  }

  private void list(Context context) throws IOException {
    List<StoredMails.Line> lines = mails.list();
    Texts texts = pages.texts(context);
    pages.show(
        context,
        200,
        "mailbox",
        Map.of(
            "total", lines.size(),
            "mails", lines.stream().limit(MOST).map(line -> line(line, texts)).toList()));
  }

  private static Map<String, Object> line(StoredMails.Line line, Texts texts) {
    String subject =
        line.subject().isBlank() ? texts.of("page.mailbox.no_subject") : line.subject();
    return Map.of(
        "name", line.name(),
        "subject", subject,
        "to", line.to(),
        "date", texts.dates().moment(line.date().atZone(ZoneOffset.UTC)));
  }

  private void show(Context context) throws IOException {
    StoredMail mail = mail(context);
    Map<String, Object> values = new HashMap<>();
    values.put("name", context.pathParam("name"));
    values.put("subject", mail.header("Subject"));
    values.put("from", mail.header("From"));
    values.put("to", mail.header("To"));
    values.put("date", mail.header("Date"));
    values.put("plain", mail.text().replace("\r\n", "\n"));
    values.put("html", mail.html() != null);
    values.put("headers", mail.headers());
    values.put("findings", parts.findings().apply(mail.source()));
    pages.show(context, 200, "mailbox-mail", values);
  }

  private void html(Context context) throws IOException {
    String html = mail(context).html();
    if (html == null) {
      throw new NotFoundResponse();
    }
    MailHtml.html(context, html);
  }

  private void source(Context context) throws IOException {
    context.contentType("text/plain;charset=utf-8").result(mail(context).source());
  }

  private StoredMail mail(Context context) throws IOException {
    return mails.find(context.pathParam("name")).orElseThrow(NotFoundResponse::new);
  }
}
