package dev.paperboy.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** E5 to E8: what may stand in the HTML and what mail programs make of it. */
final class ElementRules implements RuleGroup {

  private static final String FORBIDDEN =
      "script, form, input, button, select, textarea, iframe, frame, object, embed, applet, svg,"
          + " link, base, video, audio, canvas";

  private static final Pattern STYLE =
      Pattern.compile(
          "display\\s*:\\s*(?:inline-)?(?:flex|grid)|var\\(|(?<![\\w-])--[\\w-]+\\s*:|@font-face"
              + "|@import|javascript:|expression\\(|url\\(\\s*['\"]?data:",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PIXELS = Pattern.compile("(\\d{1,6})(?:\\.\\d+)?\\s*(?:px)?");

  private static final Pattern GHOST =
      Pattern.compile(
          "<!--\\[if [^\\]]{0,40}mso[^\\]]{0,40}\\]>[^<]{0,40}<table[^>]{0,200}width=\"600\"",
          Pattern.CASE_INSENSITIVE);

  private static final int WIDEST = 600;
  private static final int LARGEST_PIXEL = 2;

  @Override
  public void check(ParsedMail mail, Expected expected, Findings findings) {
    mail.page()
        .ifPresent(
            page -> {
              active(page, findings);
              page.document().select("img").forEach(image -> image(page, image, findings));
              page.document().select("a").forEach(link -> link(page, link, findings));
              List<Element> tables = page.document().select("table");
              tables.forEach(table -> table(table, findings));
              page.document().select("[style*=padding]").forEach(e -> padding(page, e, findings));
              page.document()
                  .select("[width], [style*=width]")
                  .forEach(e -> width(page, e, findings));
              if (!tables.isEmpty()) {
                layout(page, mail.html().map(TextPart::content).orElse(""), findings);
              }
            });
  }

  private static void active(Page page, Findings findings) {
    for (Element element : page.document().select(FORBIDDEN)) {
      findings.add(Rule.E5, "There is a " + element.tagName() + " element. Leave it out.");
    }
    for (Element element : page.document().getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        boolean script = value.startsWith("javascript:") || value.startsWith("data:");
        if (name.startsWith("on") || script) {
          findings.add(
              Rule.E5,
              "There is %s=%s on %s. Leave it out."
                  .formatted(name, Findings.quoted(value), element.tagName()));
        }
      }
      style(element.nameIs("style") ? element.data() : element.attr("style"), findings);
    }
  }

  private static void style(String css, Findings findings) {
    Matcher matcher = STYLE.matcher(css);
    while (matcher.find()) {
      findings.add(
          Rule.E5,
          "A style has %s, which mail programs drop or block. Do without it."
              .formatted(Findings.quoted(matcher.group())));
    }
  }

  private static void image(Page page, Element image, Findings findings) {
    String source = Findings.quoted(image.attr("src"));
    if (!image.hasAttr("alt")) {
      findings.add(Rule.E7, "The image " + source + " has no alt. Say what it shows.");
    }
    int width = pixels(image.attr("width"));
    int height = pixels(image.attr("height"));
    if (width < 0 || height < 0) {
      findings.add(Rule.E7, "The image " + source + " has no width and height. Add both.");
    } else if (Math.min(width, height) <= LARGEST_PIXEL || page.isHidden(image)) {
      findings.add(Rule.E7, "The image " + source + " cannot be seen: it tracks. Remove it.");
    }
  }

  private static void link(Page page, Element link, Findings findings) {
    String words = link.text();
    String place = "The link " + Findings.quoted(words);
    String target = link.attr("href").strip();
    if (!target.matches("(?is)(?:https?://|mailto:).+")) {
      findings.add(
          Rule.E8, place + " leads to " + Findings.quoted(target) + ". Write the whole address.");
    }
    if (words.isBlank()
        && link.select("img[alt]").eachAttr("alt").stream().allMatch(String::isBlank)) {
      findings.add(Rule.E8, "A link to " + Findings.quoted(target) + " has no words. Add some.");
    }
    Declarations style = page.style(link);
    if (!(style.value("text-decoration") + style.value("text-decoration-line"))
        .contains("underline")) {
      findings.add(
          Rule.E8, place + " is not underlined. Add text-decoration:underline to its style.");
    }
  }

  private static void table(Element table, Findings findings) {
    if (!table.attr("role").equals("presentation")) {
      findings.add(
          Rule.E6,
          "The table with %s is not role=presentation, and is read out as data. Add it."
              .formatted(Findings.quoted(table.text())));
    }
  }

  private static void padding(Page page, Element element, Findings findings) {
    boolean padded =
        page.style(element).byProperty().entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey().startsWith("padding") && !e.getValue().value().matches("[0px\\s]*"));
    if (padded && !element.nameIs("td") && !element.nameIs("th")) {
      findings.add(
          Rule.E6,
          "There is padding on %s, which Outlook drops. Put it on a td."
              .formatted(element.tagName()));
    }
  }

  private static void width(Page page, Element element, Findings findings) {
    int width = Math.max(pixels(element.attr("width")), pixels(page.style(element).value("width")));
    if (width > WIDEST) {
      findings.add(
          Rule.E6,
          "A %s is %d px wide. Write width=100%% and max-width:600px."
              .formatted(element.tagName(), width));
    }
  }

  private static void layout(Page page, String html, Findings findings) {
    boolean fluid =
        page.document().select("[style*=max-width]").stream()
            .map(element -> pixels(page.style(element).value("max-width")))
            .anyMatch(width -> width > 0 && width <= WIDEST);
    if (!fluid) {
      findings.add(Rule.E6, "Nothing has a max-width of 600 px. Add it to the outer table.");
    }
    if (!GHOST.matcher(html).find()) {
      findings.add(
          Rule.E6,
          "Outlook has no table of width=\"600\". Add one in <!--[if mso]> around the mail.");
    }
  }

  /** The length; -1 where it is none in pixels. */
  private static int pixels(String length) {
    Matcher matcher = PIXELS.matcher(length.strip());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }
}
