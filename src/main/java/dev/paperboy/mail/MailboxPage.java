package dev.paperboy.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The page {@code index.html} of a local mailbox: no script, nothing loaded from elsewhere. */
final class MailboxPage {

  /** More lines make a slow page; the files of older mails stay in the folder. */
  private static final int MOST = 2000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Local mailbox</title>
      <style>
      :root { color-scheme: light dark; --page: #f5f3ee; --card: #fdfcfa; --ink: #23272e;
        --quiet: #5b6270; --line: #e3dfd6; --accent: #9a3412; }
      @media (prefers-color-scheme: dark) {
        :root { --page: #16181c; --card: #1f2227; --ink: #e7e4de; --quiet: #a4a9b3;
          --line: #34383f; --accent: #f0a57f; } }
      body { margin: 0; background: var(--page); color: var(--ink);
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
      main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }
      h1 { font: 600 1.9rem/1.2 Georgia, "Times New Roman", serif; margin: 0; }
      h2 { font-size: .8rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
        color: var(--quiet); margin: 2.2rem 0 .6rem; }
      p { color: var(--quiet); margin: .4rem 0 0; }
      ul { list-style: none; margin: 0; padding: 0; background: var(--card);
        border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
      li { padding: .9rem 1.1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      li:first-child { border-top: 0; }
      .subject { font: 600 1.06rem/1.35 Georgia, "Times New Roman", serif; color: var(--ink); }
      a.subject { text-decoration-color: var(--accent); text-underline-offset: .18em; }
      .facts { display: block; margin-top: .25rem; font-size: .875rem; color: var(--quiet); }
      .facts a { color: var(--accent); }
      a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      </style>
      </head>
      <body>
      <main>
      """;

  private MailboxPage() {}

  /** The page for these mails, in this order. */
  static String of(List<MailboxIndex.Entry> mails) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>Local mailbox</h1>\n<p>").append(summary(mails.size())).append("</p>\n");
    LocalDate day = null;
    for (MailboxIndex.Entry mail : mails.subList(0, Math.min(MOST, mails.size()))) {
      LocalDate next = LocalDate.ofInstant(mail.date(), ZoneOffset.UTC);
      if (!next.equals(day)) {
        page.append(day == null ? "" : "</ul>\n");
        page.append("<h2>").append(DAY.format(next)).append("</h2>\n<ul>\n");
        day = next;
      }
      row(mail, page);
    }
    return page.append(day == null ? "" : "</ul>\n")
        .append("</main>\n</body>\n</html>\n")
        .toString();
  }

  private static String summary(int count) {
    String mails = count == 1 ? "1 mail" : count + " mails";
    String older = count > MOST ? " The newest " + MOST + " are shown." : "";
    return mails + ", written here instead of being sent." + older;
  }

  private static void row(MailboxIndex.Entry mail, StringBuilder page) {
    String subject = escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject());
    String message = link(mail.name() + ".eml");
    String target = mail.view() == null ? message : link(mail.view());
    page.append("<li><a class=\"subject\" href=\"").append(target).append("\">");
    page.append(subject).append("</a>\n<span class=\"facts\">to ").append(escaped(mail.to()));
    page.append(" · ").append(TIME.format(mail.date())).append(" UTC · <a href=\"");
    page.append(message).append("\">.eml</a></span></li>\n");
  }

  private static String link(String file) {
    return "./" + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
