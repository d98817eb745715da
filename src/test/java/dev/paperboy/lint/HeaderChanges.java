package dev.paperboy.lint;

import dev.paperboy.lint.Expected.Kind;
import dev.paperboy.lint.Expected.Reader;
import dev.paperboy.lint.Expected.ReaderTokens;
import dev.paperboy.lint.Expected.Sender;
import java.net.URI;
import java.util.Set;

/** What breaks the rules of groups A, B and C. */
final class HeaderChanges {

  private static final String WEB = "<https://paperboy.example/unsubscribe/";
  private static final String GOOD_WEB = WEB + "UUUUaaaabbbbccccddddeeeeffff>";
  private static final String MAILTO = ", <mailto:a@b.example>";

  private HeaderChanges() {}

  static void addTo(Changes changes) {
    wire(changes);
    identity(changes);
    list(changes);
    dkim(changes);
    answers(changes);
  }

  private static void wire(Changes changes) {
    String here = "A survey of moths.\r\n";
    changes
        .raw(Rule.A1, "LF alone", here, "A survey of moths.\n")
        .raw(Rule.A1, "CR alone", here, "A survey\rof moths.\r\n")
        .mail(Rule.A1, "a mail with LF", GoodMail.raw(raw -> raw.replace("\r\n", "\n")))
        .mail(Rule.A1, "no last line end", GoodMail.raw(String::strip))
        .raw(Rule.A1, "NUL", "Precedence: bulk", "Precedence: bulk\r\nX-Nothing: \0")
        .raw(
            Rule.A2,
            "long line",
            "MIME-Version: 1.0",
            "X-Long:\r\n " + "x".repeat(998) + "\r\nMIME-Version: 1.0")
        .more(Rule.A3, "X-Name: Z\u00FCrich")
        .more(Rule.A3, "X-Bell: \u0007")
        .more(Rule.A3, "this is no header")
        .more(Rule.A3, "X-Word:\r\n =?UTF-8?Q?" + "a".repeat(64) + "?=")
        .more(Rule.A3, "X-Word: =?UTF-8?Q?never ends")
        .more(Rule.A3, "X-Word: =?UTF-8?Q?=C3?=")
        .more(Rule.A3, "X-Word: =?UTF-8?B?#?=")
        .more(Rule.A3, "X-Word: =?no-such-charset?Q?a?=")
        .more(Rule.A4, "References: <a@b.example>\r\nReferences: <c@d.example>")
        .more(Rule.A5, "Bcc: eve@example.org")
        .more(Rule.A5, "Return-Path: <>")
        .more(Rule.A5, "Resent-Date: Fri, 5 Dec 2025 06:30:00 +0000")
        .header(Rule.A6, "Date", "")
        .header(Rule.A6, "Date", "2025-12-05")
        .header(Rule.A6, "Date", "Mon, 5 Dec 2025 06:30:00 +0000");
    Expected expected = GoodMail.expected();
    String words = "X-Words: " + "word ".repeat(20);
    changes
        .mail(
            Rule.A2,
            Severity.SHOULD,
            "a header that could be folded",
            GoodMail.raw(raw -> words + "\r\n" + raw),
            expected)
        .mail(
            Rule.A2,
            Severity.SHOULD,
            "a long encoded line",
            GoodMail.raw(
                Changes.replacing("<head>\r\n", "<head><!--" + ".".repeat(70) + "-->\r\n")),
            expected);
  }

  private static void identity(Changes changes) {
    changes
        .header(Rule.A7, "From", "")
        .header(Rule.A7, "From", "Paperboy <digest@paperboy.example>, x@paperboy.example")
        .header(Rule.A7, "From", "Nobody:;")
        .header(Rule.A7, "From", "Paperboy <digest@paperboy.example")
        .header(Rule.A8, "To", "")
        .header(Rule.A8, "To", "undisclosed-recipients:;")
        .header(Rule.A8, "To", "ada@example.org, ada@example.com")
        .header(Rule.A8, "To", "eve@example.org")
        .header(Rule.A9, "Reply-To", "")
        .header(Rule.A9, "Reply-To", "reply@paperboy.example")
        .header(Rule.A9, "Reply-To", "reply+ZZZZaaaabbbbccccddddeeeeffff@paperboy.example")
        .header(Rule.A9, "Reply-To", "a@b.example, c@d.example")
        .header(Rule.A10, "Message-ID", "")
        .header(Rule.A10, "Message-ID", "MMMM@paperboy.example")
        .header(Rule.A10, "Message-ID", "<MMMMaaaabbbbccccddddeeeeffff@elsewhere.example>")
        .header(Rule.A10, "Message-ID", "<digest-17@paperboy.example>")
        .header(Rule.A10, "Message-ID", "<" + "M".repeat(240) + "@paperboy.example>")
        .header(Rule.A11, "Subject", "")
        .header(Rule.A11, "Subject", "=?UTF-8?Q?=20?=")
        .header(Rule.A11, "Subject", "=?UTF-8?Q?a=07b?=")
        .header(Rule.A11, "Subject", "Papers,\r\n " + "many\r\n ".repeat(30) + "more")
        .header(
            Rule.A11, Severity.SHOULD, "Subject", "Papers,\r\n " + "many\r\n ".repeat(15) + "m");
  }

  private static void list(Changes changes) {
    String unsubscribe = "List-Unsubscribe";
    String suppress = "X-Auto-Response-Suppress";
    changes
        .header(Rule.B1, "List-Id", "")
        .header(Rule.B1, "List-Id", "digest.paperboy.example")
        .header(Rule.B2, unsubscribe, "")
        .header(Rule.B2, unsubscribe, GOOD_WEB)
        .header(Rule.B2, unsubscribe, "<mailto:a@b.example>")
        .header(Rule.B2, unsubscribe, GOOD_WEB.replace("https", "http") + MAILTO)
        .header(Rule.B2, unsubscribe, GOOD_WEB + "," + GOOD_WEB + MAILTO)
        .header(Rule.B2, unsubscribe, WEB + "short>" + MAILTO)
        .header(Rule.B2, unsubscribe, WEB + "ZZZZaaaabbbbccccddddeeeeffff>" + MAILTO)
        .header(Rule.B2, unsubscribe, GOOD_WEB.replace(">", "?of=ada@example.org>") + MAILTO)
        .header(Rule.B2, unsubscribe, GOOD_WEB.replace(">", "?id=17>") + MAILTO)
        .header(Rule.B2, unsubscribe, GOOD_WEB.replace("//paper", "//news-") + MAILTO)
        .header(Rule.B3, "List-Unsubscribe-Post", "")
        .header(Rule.B3, "List-Unsubscribe-Post", "List-Unsubscribe=One-click")
        .header(Rule.B3, "List-Unsubscribe-Post", " List-Unsubscribe=One-Click")
        .header(Rule.B6, "Auto-Submitted", "")
        .header(Rule.B6, "Auto-Submitted", "no")
        .header(Rule.B6, "Precedence", "")
        .header(Rule.B6, suppress, "OOF, AutoReply")
        .header(Rule.B6, suppress, "OOF, AutoReply, RN, NRN, DR")
        .header(Rule.B6, suppress, "OOF, AutoReply, RN, NRN, All")
        .header(Rule.B7, "Feedback-ID", "")
        .header(Rule.B7, "List-Help", "")
        .header(Rule.B7, "List-Owner", "")
        .header(Rule.B7, "List-Post", "")
        .header(Rule.B7, "List-Post", "<mailto:list@paperboy.example>");
  }

  private static void dkim(Changes changes) {
    changes
        .header(Rule.C2, "DKIM-Signature", "")
        .raw(Rule.C2, "another domain", "d=paperboy.example", "d=relay.example")
        .raw(Rule.C2, "a domain that ends alike", "d=paperboy.example", "d=boy.example")
        .raw(Rule.C3, "sha1", "a=rsa-sha256", "a=rsa-sha1")
        .raw(Rule.C3, "Ed25519 alone", "a=rsa-sha256", "a=ed25519-sha256")
        .raw(Rule.C3, "a length", "s=one;", "s=one; l=17;")
        .raw(Rule.C3, "1024 bit", "A".repeat(60) + "\r\n ", "")
        .raw(Rule.C4, "simple", "relaxed/relaxed", "relaxed/simple")
        .raw(Rule.C5, "without one-click", ":List-Unsubscribe-Post:", ":")
        .raw(Rule.C5, "without Message-ID", ":Message-ID:", ":")
        .raw(Rule.C6, "Subject once", ":Subject:Subject:", ":Subject:")
        .raw(Rule.C6, "Reply-To once", ":Reply-To:Reply-To:", ":Reply-To:");
  }

  private static void answers(Changes changes) {
    changes
        .mail(Rule.B8, Rule.B8.severity(), "a sender", answer(), expected("x@bounce.example"))
        .mail(
            Rule.B3,
            Rule.B3.severity(),
            "an answer with one-click",
            GoodMail.octets(
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" + Changes.latin(answer())),
            expected(""))
        .mail(
            Rule.B6,
            Rule.B6.severity(),
            "an answer like a digest",
            GoodMail.octets(
                Changes.withHeader(Changes.latin(answer()), "Auto-Submitted", "auto-generated")),
            expected(""));
  }

  /** An answer that breaks no rule, if its envelope sender is empty. */
  static byte[] answer() {
    String raw = Changes.latin(GoodMail.written(GoodMail.text(), null));
    String replied = Changes.withHeader(raw, "Auto-Submitted", "auto-replied");
    for (String name : Set.of("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post")) {
      replied = Changes.withHeader(replied, name, "");
    }
    return GoodMail.octets(replied.replace("&", "and").replace("<b>", "b"));
  }

  /** The answer is signed here; nothing is known of tokens. */
  static Expected expected(String envelopeSender) {
    return new Expected(
        Kind.ANSWER,
        new Sender(null, null, null, URI.create("https://paperboy.example"), true),
        new Reader(null, envelopeSender, ReaderTokens.UNKNOWN),
        Set.of());
  }
}
