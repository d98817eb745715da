package dev.paperboy.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects changes to the good mail, each with the one rule that it breaks. */
final class Changes {

  /** A changed mail and what is to be found in it. */
  record Change(Rule rule, Severity severity, String name, byte[] mail, Expected expected) {
    @Override
    public String toString() {
      return rule + " " + severity.name().toLowerCase(Locale.ROOT) + ": " + name;
    }
  }

  private final List<Change> all = new ArrayList<>();

  List<Change> all() {
    return all;
  }

  Changes mail(Rule rule, String name, byte[] mail) {
    return mail(rule, rule.severity(), name, mail, GoodMail.expected());
  }

  Changes mail(Rule rule, Severity severity, String name, byte[] mail, Expected expected) {
    all.add(new Change(rule, severity, name, mail, expected));
    return this;
  }

  /** The octets changed. */
  Changes raw(Rule rule, String name, String from, String to) {
    return mail(rule, name, GoodMail.raw(replacing(from, to)));
  }

  /** A header field with another value, or with {@code ""} none at all. */
  Changes header(Rule rule, String name, String value) {
    return header(rule, rule.severity(), name, value);
  }

  Changes header(Rule rule, Severity severity, String name, String value) {
    return mail(
        rule,
        severity,
        value.isEmpty() ? "without " + name : name + ": " + value,
        GoodMail.raw(raw -> withHeader(raw, name, value)),
        GoodMail.expected());
  }

  /** One more header field. */
  Changes more(Rule rule, String field) {
    return mail(rule, "with " + field, GoodMail.raw(raw -> field + "\r\n" + raw));
  }

  Changes html(Rule rule, String from, String to) {
    return mail(rule, "HTML with " + to, GoodMail.withHtml(replacing(from, to)));
  }

  Changes text(Rule rule, String from, String to) {
    return mail(rule, "text with " + to, GoodMail.withText(replacing(from, to)));
  }

  /** Both parts with other words. */
  Changes words(Rule rule, String from, String to) {
    String html = to.replace("&", "&amp;").replace("<", "&lt;");
    return mail(
        rule,
        "words: " + to,
        GoodMail.written(
            replacing(from, to).apply(GoodMail.text()),
            replacing(from, html).apply(GoodMail.html())));
  }

  /** The mail with that header field changed or removed. */
  static String withHeader(String raw, String name, String value) {
    Matcher field = Pattern.compile("(?m)^" + name + ":.*\r\n([ \t].*\r\n)*").matcher(raw);
    if (!field.find()) {
      throw new IllegalArgumentException("The good mail has no " + name);
    }
    String changed = value.isEmpty() ? "" : name + ":" + folded(value) + "\r\n";
    return raw.substring(0, field.start()) + changed + raw.substring(field.end());
  }

  private static String folded(String value) {
    return value.length() > 60 ? "\r\n " + value.replaceAll("(?<=,) ?(?=<)", "\r\n ") : " " + value;
  }

  static UnaryOperator<String> replacing(String from, String to) {
    return text -> {
      if (!text.contains(from)) {
        throw new IllegalArgumentException("The good mail has no " + from);
      }
      return text.replace(from, to);
    };
  }

  static String latin(byte[] mail) {
    return new String(mail, StandardCharsets.ISO_8859_1);
  }
}
