package dev.paperboy.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No mail can hurt the server: twice the input is about twice the work. Work is counted, not timed:
 * by the characters that a pattern looks at, and by the bytes that reading a mail allocates.
 */
class LinearTimeTest {

  /** Twice would be exactly linear; four times is quadratic. */
  private static final double MOST_GROWTH = 2.6;

  private static final List<String> CHUNKS =
      List.of(
          "!",
          ">",
          "> ",
          " ",
          "\t",
          "-",
          "_",
          "*",
          "#",
          "a",
          "a ",
          "re: ",
          "fwd:",
          "[ext] ",
          "[1]",
          "=?",
          "?=",
          "=?utf-8?q?a?= ",
          "<",
          "<a",
          "a@",
          "@",
          ".",
          "1.",
          "1/",
          "on a wrote ",
          "von: ",
          "\n",
          "\r\n ",
          "\n- ",
          "message-id:",
          "return-path:",
          "/unsubscribe/",
          "user ",
          "mailbox ",
          "\u2022 ",
          "\u00A0",
          "please ",
          "? ",
          "pause ",
          "interests",
          "interests: begin ",
          "5.",
          "450 ",
          "bounce-",
          "until ",
          "the ",
          "monday ",
          "not found",
          "\u0000",
          "\uD83D\uDE00");

  private static final Map<String, String> ENDS = Map.of("x", "x", "", "", "\n", "y\n", "x!", "!x");

  @ParameterizedTest
  @MethodSource("patterns")
  void a_pattern_looks_at_characters_in_proportion_to_their_number(String name, Pattern pattern) {
    for (String chunk : CHUNKS) {
      for (Map.Entry<String, String> ends : ENDS.entrySet()) {
        long once = looks(pattern, ends.getKey() + repeat(chunk, 1_000) + ends.getValue());
        long twice = looks(pattern, ends.getKey() + repeat(chunk, 2_000) + ends.getValue());
        assertThat((double) twice)
            .as("%s on %s after %s", name, chunk, ends.getKey())
            .isLessThanOrEqualTo(once * MOST_GROWTH + 1_000);
      }
    }
  }

  private static String repeat(String chunk, int length) {
    return chunk.repeat(length / chunk.length());
  }

  private static long looks(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    // Wherever it is used: to find, and to match.
    matcher.matches();
    matcher.reset();
    int found = 0;
    while (found < 10_000 && matcher.find()) {
      found++;
    }
    return counted.looks;
  }

  /** Every pattern of the package. */
  static Stream<Object[]> patterns() {
    Path classes = Path.of("target/classes/dev/paperboy/inbound");
    List<Object[]> patterns = new ArrayList<>();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.class$", "");
        for (Field field : Class.forName("dev.paperboy.inbound." + name).getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            collect(name + "." + field.getName(), field.get(null), patterns);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    assertThat(patterns).hasSizeGreaterThan(30);
    return patterns.stream();
  }

  private static void collect(String name, Object value, List<Object[]> patterns) {
    if (value instanceof Pattern pattern) {
      patterns.add(new Object[] {name, pattern});
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> collect(name + " " + key, each, patterns));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void twice_the_mail_is_about_twice_the_work(String name, Hostile hostile) {
    byte[] half = hostile.mail(MessageReader.LARGEST / 8);
    byte[] whole = hostile.mail(MessageReader.LARGEST / 4);
    allocated(half);
    long once = allocated(half);
    assertThat((double) allocated(whole))
        .as(name)
        .isLessThanOrEqualTo(once * MOST_GROWTH + 500_000);
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("hostile")
  void the_largest_of_its_kind_is_understood_soon(String name, Hostile hostile) {
    byte[] mail = hostile.mail(MessageReader.LARGEST);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(UnderstoodMail.of(mail, null)).isNotNull(), name);
  }

  private static long allocated(byte[] mail) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    UnderstoodMail.of(mail, null);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Makes a mail of about this size. */
  private interface Hostile {
    byte[] mail(int size);
  }

  static Stream<Object[]> hostile() {
    Stream<Object[]> heads =
        Stream.of(
                "Subject: x\r\n",
                "From: ada@example.com\r\n",
                "To: a@example.org\r\n",
                "Content-Type: text/plain; a=\"b\"\r\n",
                "References: <a@b>\r\n",
                "a:\r\n")
            .flatMap(
                field ->
                    Stream.of(
                        row(field + "many times", "", field, "\r\n\r\nx"),
                        row(field + "folded", field, " \r\n ", "\r\n\r\nx"),
                        row(field + "folded with words", field, " a,\r\n", "\r\n\r\nx")));
    Stream<Object[]> subjects =
        Stream.of("!", "re: ", "[ext] ", "=?utf-8?q?a?= ", "=?", "(", "\"", "<")
            .map(chunk -> row("subject of " + chunk, "Subject: ", chunk, "\r\n\r\nx"));
    Stream<Object[]> bodies =
        CHUNKS.stream().map(chunk -> row("body of " + chunk, "Subject: a\r\n\r\nx", chunk, "x"));
    Stream<Object[]> flowed =
        Stream.of("a ", "> a \r\n", ">", "a \r\n", "# a \r\n", "- a \r\n")
            .map(
                chunk ->
                    row(
                        "flowed " + chunk,
                        "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n",
                        chunk,
                        "x"));
    Stream<Object[]> pages =
        Stream.of(
                "<div>",
                "<b>x",
                "<a href=\"",
                "<!--",
                "<pre>",
                "&amp;",
                "&",
                "<blockquote>x",
                "<ul><li>",
                "<style>",
                "</style",
                "<b a=1><p>",
                "<table><tr><td>",
                "<br>")
            .map(chunk -> row("page of " + chunk, "Content-Type: text/html\r\n\r\n", chunk, "x"));
    Stream<Object[]> parts =
        Stream.of("--b\r\n\r\nx\r\n", "--b\r\n", "--b", "--b--\r\n", "-", "\r\n")
            .map(
                chunk ->
                    row(
                        "parts of " + chunk,
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                        chunk,
                        "x"));
    Stream<Object[]> others =
        Stream.of(
            row("nested messages", "", "Content-Type: message/rfc822\r\n\r\n", "x"),
            row(
                "a report",
                "Content-Type: message/delivery-status\r\n\r\n",
                "Action: failed\r\nStatus: 5.1.1\r\n\r\n",
                "x"),
            row(
                "a block",
                "\r\n--- interests: begin ---\r\n",
                "# a comment that is long enough to have been broken by a mail program\r\na\r\n",
                "--- interests: end ---\r\n"),
            new Object[] {"exclamation marks in base64", (Hostile) LinearTimeTest::base64});
    return Stream.of(heads, subjects, bodies, flowed, pages, parts, others).flatMap(s -> s);
  }

  private static byte[] base64(int size) {
    String body =
        Base64.getMimeEncoder()
            .encodeToString(Corpus.octets("x" + "!".repeat(size * 7 / 10) + "x"));
    return Corpus.octets("Content-Transfer-Encoding: base64\r\n\r\n" + body);
  }

  private static Object[] row(String name, String head, String chunk, String tail) {
    Hostile hostile =
        size ->
            Corpus.octets(
                head
                    + chunk.repeat((size - head.length() - tail.length()) / chunk.length())
                    + tail);
    return new Object[] {name.replaceAll("[\\r\\n]+", " "), hostile};
  }

  @Test
  void what_was_seen_to_hang_or_break_is_read() {
    List<byte[]> mails =
        List.of(
            base64(41_000),
            Corpus.octets("Subject: x" + "\r\n x".repeat(80_000) + "\r\n\r\nhelp"),
            Corpus.octets("Subject: a\r\n\r\n" + ">".repeat(200_000)),
            Corpus.octets("Subject: a\r\n\r\n" + "> ".repeat(100_000) + "#"));
    for (byte[] mail : mails) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertThat(UnderstoodMail.of(mail, null)).isNotNull());
    }
  }

  /** Counts how often somebody looks at a character. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
