package dev.paperboy.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes mails as people, programs and attackers might: sound in their structure, and then damaged.
 * The same numbers make the same mails.
 *
 * @param reply where answers of the reader come to
 * @param leave where a mail ends the subscription
 */
record RandomMail(Random random, String reply, String leave) {

  /**
   * One mail.
   *
   * @param automatic whether it has a mark of an automatic mail
   * @param secret whether it has anything that only who had our mails can know
   */
  record Made(byte[] octets, boolean automatic, boolean secret) {}

  private static final List<String> AUTHORS =
      List.of(
          "ada@example.com",
          "Ada <ada@example.com>",
          "ben@example.com",
          "eve@example.net",
          "jörg@bücher.example",
          "Eve <eve@bücher.example>",
          "ada@example.com, eve@example.net",
          "\"Ada",
          "",
          "=?utf-8?Q?Ad=C3=A0?= <ada@example.com>",
          "(((((ada@example.com");

  private static final List<String> PLACES =
      List.of(
          "papers@example.org",
          "subscribe@example.org",
          "papers+help@example.org",
          "papers+r-aaaa@example.org",
          "papers+u-aaaa@example.org",
          "papers+c-aaaa@example.org",
          "papers+b-1-seal2@example.org",
          "undisclosed-recipients:;");

  private static final List<String> LINES =
      List.of(
          "unsubscribe",
          "pause",
          "pause until 5 January 2027",
          "resume",
          "help",
          "interests",
          "why",
          "export",
          "subscribe",
          "less like this: crypto, quantum",
          "yes",
          "no",
          "stop",
          "abmelden",
          "I want to unsubscribe.",
          "How do I leave?",
          "robot learning",
          "Hello dear team,",
          "",
          "Best regards",
          "Ada",
          "-- ",
          "> quoted",
          ">> more",
          "On Monday Ada <a@b.example> wrote:",
          "--- interests: begin ---",
          "interests:",
          "  - whale",
          "  *   robot",
          "interests: [a, b]",
          "mute: [x]",
          "# a comment that is so long that a mail program may have broken it in ",
          "--- interests: end ---",
          "550 5.1.1 user unknown",
          "Action: failed",
          "Status: 5.1.1",
          "Final-Recipient: rfc822; ada@example.com",
          "[EXTERNAL]",
          "user unknown",
          "\u00A0\u2022 x",
          "CAUTION: This email originated from outside.",
          "From: a@example.com",
          "&a *b",
          "\u0000");

  private static final List<String> TAGS =
      List.of(
          "<p>",
          "</p>",
          "<div>",
          "<br>",
          "<ul><li>",
          "</li></ul>",
          "<blockquote>",
          "<!--",
          "<a href=\"");

  private static final List<String> CHUNKS =
      List.of("!", ">", "> ", " ", "-", "<div>", "=?utf-8?Q?a?=", "a@", "re: ", "\t", "\r\n ");

  Made next() {
    boolean automatic = random.nextInt(3) == 0;
    List<String> head = new ArrayList<>();
    String place = random.nextInt(3) == 0 ? reply : random.nextInt(12) == 0 ? leave : any(PLACES);
    head.add("To: " + place);
    String author = any(AUTHORS);
    if (!author.isEmpty()) {
      head.add("From: " + author);
    }
    String subject =
        random.nextBoolean() ? any(LINES).replaceAll("[\\r\\n\\x00]", "") : "Re: 3 papers";
    if (automatic) {
      subject = mark(head, subject);
    }
    head.add("Subject: " + subject);
    head.add("Message-ID: <" + random.nextLong() + "@mail.example>");
    String body = entity(0);
    String mail = String.join("\r\n", head) + "\r\n" + (automatic ? body : damaged(body));
    byte[] octets = mail.getBytes(StandardCharsets.UTF_8);
    boolean secret = mail.contains(reply) || mail.contains(leave);
    return new Made(octets, automatic, secret);
  }

  /** Marks a mail as automatic, by its header or its subject; the subject as it is then. */
  private String mark(List<String> head, String subject) {
    List<Phrases.Row> marks =
        Phrases.rows().stream()
            .filter(row -> row.kind().equals("header") || row.kind().equals("automatic-subject"))
            .toList();
    Phrases.Row row = marks.get(random.nextInt(marks.size()));
    if (row.kind().equals("header")) {
      String value =
          switch (row.phrase()) {
            case "any" -> "x";
            case "not no" -> "auto-replied (vacation)";
            default -> row.phrase().split(" ")[0];
          };
      head.add(row.language().replace("*", "Id") + ": " + value);
      return subject;
    }
    String words = row.phrase().replace("*", "").replace(" :", ":");
    return random.nextBoolean() ? words : encoded(words + " - " + subject);
  }

  /** In two encoded words, wherever that cuts. */
  private String encoded(String words) {
    byte[] octets = words.getBytes(StandardCharsets.UTF_8);
    int cut = random.nextInt(octets.length);
    return word(octets, 0, cut) + "\r\n " + word(octets, cut, octets.length);
  }

  private static String word(byte[] octets, int from, int to) {
    byte[] part = java.util.Arrays.copyOfRange(octets, from, to);
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(part) + "?=";
  }

  private String entity(int depth) {
    return switch (random.nextInt(depth < 4 ? 8 : 4)) {
      case 0 -> "\r\n" + text();
      case 1 -> "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n" + text();
      case 2 -> "Content-Type: text/html\r\n\r\n" + page();
      case 3 ->
          "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
              + Base64.getMimeEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8));
      case 4 -> multipart("mixed", depth);
      case 5 -> multipart("alternative", depth);
      case 6 -> multipart("related", depth);
      default -> "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n" + entity(depth + 1);
    };
  }

  private String multipart(String type, int depth) {
    String boundary = "b" + depth;
    StringBuilder parts = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      parts.append("--").append(boundary).append("\r\n").append(entity(depth + 1)).append("\r\n");
    }
    return "Content-Type: multipart/%s; boundary=%s\r\n\r\n%s--%s--\r\n"
        .formatted(type, boundary, parts, boundary);
  }

  private String text() {
    return random
            .ints(random.nextInt(8), 0, LINES.size())
            .mapToObj(LINES::get)
            .collect(Collectors.joining("\r\n"))
        + (random.nextInt(10) == 0 ? any(CHUNKS).repeat(random.nextInt(3000)) : "");
  }

  private String page() {
    return random
        .ints(random.nextInt(12), 0, LINES.size())
        .mapToObj(line -> any(TAGS) + LINES.get(line))
        .collect(Collectors.joining());
  }

  private String damaged(String body) {
    if (random.nextInt(3) > 0 || body.length() < 10) {
      return body;
    }
    int at = random.nextInt(body.length() - 5);
    return body.substring(0, at) + any(CHUNKS) + body.substring(at + random.nextInt(5));
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
