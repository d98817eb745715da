package dev.paperboy.lint;

import java.util.Base64;

/** What breaks the rules of groups D and E. */
final class BodyChanges {

  private static final String P = "<p class=\"ink\" style=\"margin:0;color:#343a43\">A survey";
  private static final String PREHEADER =
      "How a lantern learns to dim, and what a moth would say about it.";

  private BodyChanges() {}

  static void addTo(Changes changes) {
    parts(changes);
    agreement(changes);
    words(changes);
    document(changes);
    elements(changes);
    colours(changes);
    reader(changes);
  }

  private static void parts(Changes changes) {
    String latinText = "Content-Type: text/plain; charset=ISO-8859-1; format=flowed";
    changes
        .header(Rule.D1, "MIME-Version", "")
        .raw(Rule.D1, "mixed", "multipart/alternative", "multipart/mixed")
        .raw(
            Rule.D1,
            "a third part",
            "=_c4c8080e84f7184121033b2b32beff76--",
            "=_c4c8080e84f7184121033b2b32beff76\r\n\r\nmore\r\n--=_c4c8080e84f7184121033b2b32beff76--")
        .raw(Rule.D2, "latin", "Content-Type: text/plain; charset=UTF-8; format=flowed", latinText)
        .raw(Rule.D2, "an unknown charset", "text/html; charset=UTF-8", "text/html; charset=x-no")
        .raw(Rule.D2, "broken UTF-8", "A survey of moths.\r\n", "A survey of moths=C3.\r\n")
        .raw(Rule.D2, "a stray equals sign", "A survey of moths.\r\n", "A survey of moths= .\r\n")
        .raw(Rule.D2, "U+FFFD", "A survey of moths.\r\n", "A survey of moths=EF=BF=BD.\r\n")
        .raw(Rule.D2, "a bell", "A survey of moths.\r\n", "A survey of moths=07.\r\n")
        .raw(Rule.D2, "not composed", "A survey of moths.\r\n", "A survey of mothse=CC=81.\r\n")
        .mail(Rule.D2, "base64", base64())
        .raw(Rule.D3, "not flowed", "; format=flowed", "; format=flower")
        .raw(Rule.D3, "a quote", "A survey of moths.\r\n", ">A survey of moths.\r\n")
        .raw(Rule.D3, "From", "A survey of moths.\r\n", "From a survey of moths.\r\n")
        .raw(
            Rule.D3,
            "a wide line",
            "A survey of moths.\r\n",
            "A survey of=\r\n" + " moths".repeat(12) + "\r\n")
        .text(Rule.D3, "A survey", "A <p>survey</p>")
        .text(Rule.D3, "A survey", "A <a href=\"x\">survey")
        .text(Rule.D3, "A survey", "A&nbsp;survey")
        .text(Rule.D3, "A survey", "A&#39;survey")
        .words(Rule.D3, "A survey", "Q&amp;A survey");
  }

  private static byte[] base64() {
    String raw = Changes.latin(GoodMail.written(GoodMail.text(), null));
    int body = raw.indexOf("\r\n\r\n") + 4;
    String text = raw.substring(body).replace("=\r\n", "").replace("=3D", "=").replace("=20", " ");
    return GoodMail.octets(
        raw.substring(0, body).replace("quoted-printable", "base64")
            + Base64.getMimeEncoder().encodeToString(GoodMail.octets(text.replace("<b>", "b")))
            + "\r\n");
  }

  private static void agreement(Changes changes) {
    changes
        .text(Rule.D4, "https://papers.example/2", "https://papers.example/3")
        .text(Rule.D4, "https://papers.example/2\n", "")
        .text(Rule.D4, "A survey of moths.", "A survey: https://moths.example/.")
        .text(Rule.D4, "What the Moth Said", "What the Fly Said")
        .html(Rule.D4, "What the Moth Said", "What the Fly Said")
        .mail(
            Rule.D4,
            "no link to the interests",
            GoodMail.written(
                GoodMail.text().replace("IIIIaaaa", "JJJJaaaa"),
                GoodMail.html().replace("IIIIaaaa", "JJJJaaaa")))
        .mail(
            Rule.D4,
            "text alone, with no way out",
            GoodMail.written(GoodMail.text().replace("<b>", "b").replace("UUUU", "X"), null));
  }

  private static void words(Changes changes) {
    changes
        .words(Rule.D5, "A survey", "${paper.title} survey")
        .words(Rule.D5, "A survey", "<#if x> survey")
        .words(Rule.D5, "A survey", "</#list> survey")
        .words(Rule.D5, "A survey", "[=title] survey")
        .words(Rule.D5, "A survey of moths.", "null")
        .words(Rule.D5, "A survey of moths.", "Example Lab · null · 3 Dec")
        .words(Rule.D5, "A survey of moths.", "Authors: null")
        .words(Rule.D5, "A survey of moths.", "A survey with null votes.")
        .words(Rule.D5, "papers.example/2", "papers.example/null")
        .header(Rule.D5, "Subject", "${head.subject}")
        .words(Rule.D6, "A survey", "A \\emph{survey}")
        .words(Rule.D6, "A survey", "An $O(n)$ survey")
        .words(Rule.D6, "A survey", "An $n$-gram survey")
        .words(Rule.D6, "A survey", "An $x_1$ survey");
  }

  private static void document(Changes changes) {
    changes
        .html(Rule.E1, "A survey of moths.", "A survey of moths." + " moth".repeat(19_000))
        .html(
            Rule.E1, "A survey of moths.", "A survey of moths." + " mo\u00F6o\u00F6".repeat(10_000))
        .html(Rule.E2, "<html lang=\"en\"", "<html")
        .html(Rule.E2, "<html lang=\"en\" dir=\"ltr\"", "<html lang=\"en\"")
        .html(Rule.E2, "<div lang=\"en\" dir=\"ltr\">", "<div>")
        .html(Rule.E3, "<title>Two papers on lanterns · 5 Dec</title>\n", "")
        .html(Rule.E3, "<meta charset=\"utf-8\">\n", "")
        .html(Rule.E3, "name=\"viewport\"", "name=\"view\"")
        .html(Rule.E3, "content=\"light dark\"", "content=\"\"")
        .html(Rule.E4, "</style>", "</style><style>p { margin: 0 }</style>")
        .html(Rule.E4, "</style>", "/*" + "x".repeat(16 * 1024) + "*/</style>")
        .html(Rule.E4, "</style>", ".ink { font-size: 15px }</style>")
        .html(Rule.E4, ".pad {", ".ink { display: none } .pad {")
        .html(Rule.E12, "A survey", "A</i> survey")
        .html(Rule.E12, "A survey", "<b>A survey");
  }

  private static void elements(Changes changes) {
    changes
        .html(Rule.E5, P, "<script>1</script>" + P)
        .html(Rule.E5, P, "<form></form>" + P)
        .html(Rule.E5, P, "<iframe></iframe>" + P)
        .html(Rule.E5, P, "<svg></svg>" + P)
        .html(Rule.E5, "</head>", "<link rel=\"stylesheet\" href=\"x\"></head>")
        .html(Rule.E5, "<img ", "<img onerror=\"alert(1)\" ")
        .html(Rule.E5, "https://paperboy.example/moth.png", "data:image/png;base64,AAAA")
        .html(Rule.E5, "margin:0;color:#5b6270", "display:flex;color:#5b6270")
        .html(Rule.E5, "margin:0;color:#5b6270", "display: inline-grid;color:#5b6270")
        .html(Rule.E5, "margin:0;color:#5b6270", "margin:var(--m);color:#5b6270")
        .html(Rule.E5, ":root {", ":root { --m: 0;")
        .html(Rule.E5, ":root {", "@font-face { font-family: x } :root {")
        .html(Rule.E6, "table role=\"presentation\" class", "table class")
        .html(Rule.E6, "margin:0;color:#5b6270", "padding:4px;color:#5b6270")
        .html(Rule.E6, "max-width:600px;", "")
        .html(Rule.E6, "width=\"100%\"", "width=\"640\"")
        .html(Rule.E6, "width=\"600\"", "width=\"500\"")
        .html(Rule.E7, "alt=\"A moth\" ", "")
        .html(Rule.E7, " height=\"30\"", "")
        .html(Rule.E7, "width=\"40\" height=\"30\"", "width=\"1\" height=\"1\"")
        .html(Rule.E7, "<img ", "<img style=\"display:none\" ")
        .html(
            Rule.E8,
            "A survey",
            "<a href=\"/x\" class=\"link\" style=\"color:#9a3412;text-decoration:underline\">A</a> survey")
        .html(
            Rule.E8,
            "A survey",
            "<a href=\"mailto:a@b.example\" style=\"text-decoration:underline\"></a>A survey")
        .html(Rule.E8, "color:#9a3412;text-decoration:underline\">Uns", "color:#9a3412\">Uns");
  }

  private static void colours(Changes changes) {
    changes
        .html(Rule.E9, "h1", "h2")
        .html(Rule.E9, "h3", "h4")
        .html(Rule.E9, "color:#5b6270", "color:#8b92a0")
        .html(Rule.E9, "color:#5b6270", "color:black")
        .html(Rule.E9, "background:#f4f1ea\"", "background:#FFF\"")
        .html(Rule.E9, "color:#5b6270", "color:hsl(1 2% 3%)")
        .html(Rule.E9, ".ink { color: #e6e2da !important; }\n", "")
        .html(Rule.E9, ".ink { color: #e6e2da !important; }", ".ink { color: #e6e2da; }")
        .html(Rule.E9, "color: #fff0c2", "color: #8a7940")
        .html(
            Rule.E9,
            "class=\"ink\" style=\"margin:0;color:#5b6270\"",
            "style=\"margin:0;color:#5b6270\"")
        .html(Rule.E9, "style=\"margin:0;color:#9a3412\"", "style=\"margin:0;color:#0000f0\"");
  }

  private static void reader(Changes changes) {
    changes
        .html(Rule.E10, PREHEADER, "Too short.")
        .html(Rule.E10, PREHEADER, PREHEADER + PREHEADER + PREHEADER)
        .html(
            Rule.E10,
            "style=\"display:none;max-height:0;overflow:hidden;color:#f4f1ea\"",
            "class=\"ink\" style=\"color:#23272e\"")
        .mail(
            Rule.E10,
            "the subject again",
            GoodMail.octets(
                Changes.withHeader(Changes.latin(GoodMail.bytes()), "Subject", PREHEADER)))
        .html(Rule.E11, "You get this mail because ada@example.org subscribed to", "From")
        .html(Rule.E11, "(digest@paperboy.example)", "")
        .html(Rule.E11, "Paperboy", "We")
        .html(
            Rule.E11,
            ">Unsubscribe</a>",
            "><img src=\"https://x.example/y.png\" alt=\"Leave\" width=\"9\" height=\"9\"></a>")
        .words(Rule.E13, "A survey", "A bo@example.org survey")
        .html(Rule.E13, "moth.png", "moth.png?of=bo%40example.org")
        .raw(
            Rule.E13,
            "a token",
            "Feedback-ID: digest",
            "Feedback-ID: NNNNaaaabbbbccccddddeeeeffff");
  }
}
