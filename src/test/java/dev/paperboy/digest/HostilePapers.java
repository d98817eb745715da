package dev.paperboy.digest;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Papers that try to break out of a mail. */
final class HostilePapers {

  private static final List<String> TITLES =
      List.of(
          "<img src=x onerror=alert(1)> A hostile robot",
          "</td></tr></table><h1>Hostile</h1> learning",
          "${7*7} <#assign x=1> [=x] a hostile model",
          "\u202eelitsoh\u202c \u200bagent \u2066isolate\u2069",
          "Hostile\r\nBcc: victim@example.net learning",
          "=?utf-8?b?SG9zdGlsZQ==?= video",
          "null",
          "A hostile reasoning of https://example.net/" + "a".repeat(700),
          "W".repeat(290) + " hostile",
          "Hostile " + "e\u0301\u0327".repeat(80) + " data",
          "From hostile > sources: . a ',' -- --- \\textbf{bold} $x^{2}$ & &amp; &lt;b&gt; image",
          "\ud83d\ude00 Hostile \ud83d half, \ufffd and \u0007 bell 3D",
          "Hostile: " + "very ".repeat(60) + "long transformer",
          "\u05d0\u05d1\u05d2 hostile \u0645\u0631\u062d\u0628\u0627 generation",
          "Hostile **stars** and _lines_ training");

  private static final List<String> ABSTRACTS =
      List.of(
          "A hostile model. </p></td><script>alert(1)</script> {{x}} ${x.y} <#if x> learning.",
          ("Hostile words without an end " + "\u202e").repeat(60),
          "Seehttps://example.net/a?b=1&c=%22%3E,(https://example.net/x_(y)). Then robot.",
          "costs $5 and $6, $\\alpha$ and $$x_{i}^{2}$$ and \\unknown{command} for a model",
          "x".repeat(3000) + " robot",
          ">quoted robot\n.\nFrom here\n-- \nsignature of a model",
          "&nbsp;&#x41;&copy; <b>bold</b> learning null null, null votes",
          "",
          "\u4e2d\u6587".repeat(600) + " hostile",
          "=3D=20=\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<h1>robot</h1>");

  private HostilePapers() {}

  /** A dump of them in this folder. */
  static Path dump(Path folder) throws IOException {
    JsonMapper json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    ArrayNode rows = json.createArrayNode();
    for (int i = 0; i < 60; i++) {
      ObjectNode row = rows.addObject();
      ObjectNode paper = row.putObject("paper");
      paper.put("id", "2512.9%04d".formatted(i));
      paper.put("title", TITLES.get(i % TITLES.size()) + " " + i);
      paper.put("summary", ABSTRACTS.get(i % ABSTRACTS.size()) + " " + ABSTRACTS.get(i / 7) + i);
      paper.put("upvotes", i * 37);
      paper.put("publishedAt", "2025-12-04T00:00:00.000Z");
      paper.put("submittedOnDailyAt", "2025-12-05T00:00:00.000Z");
      paper.put(
          "githubRepo", i % 2 == 0 ? "javascript:alert(1)" : "https://example.net/\"onx=" + i);
      paper.put("projectPage", "https://example.net/<b>?q=a b&c=" + i);
      ArrayNode authors = paper.putArray("authors");
      for (String name : List.of("<b>Eve</b> ${x}", "Null", "O'\u202eBrien", "N".repeat(200))) {
        authors.addObject().put("name", name);
      }
      row.putObject("organization").put("name", "x").put("fullname", "</a><a href=//e.example>Org");
    }
    return Files.writeString(folder.resolve("2025-12-05.json"), json.writeValueAsString(rows));
  }
}
