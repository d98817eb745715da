package dev.paperboy.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases of {@code mail/reply-words.tsv}. Immutable. */
final class ReplyWords {

  static final ReplyWords SHIPPED = shipped();

  private static final String NEUTRAL = "neutral";

  private final List<ReplyPhrase> neutral = new ArrayList<>();
  private final Map<ReplyKind, List<ReplyPhrase>> phrases = new EnumMap<>(ReplyKind.class);

  private ReplyWords(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t", 2);
        ReplyPhrase phrase = ReplyPhrase.of(fields[1]);
        if (fields[0].equals(NEUTRAL)) {
          neutral.add(phrase);
        } else {
          phrases.computeIfAbsent(ReplyKind.of(fields[0]), any -> new ArrayList<>()).add(phrase);
        }
      }
    }
  }

  /** The text without what says nothing by itself. */
  ReplyText read(String text) {
    ReplyText read = ReplyText.of(text);
    for (ReplyPhrase phrase : neutral) {
      read = phrase.takenOut(read);
    }
    return read;
  }

  boolean say(ReplyKind kind, ReplyText text) {
    return phrases.getOrDefault(kind, List.of()).stream().anyMatch(phrase -> phrase.isIn(text));
  }

  private static ReplyWords shipped() {
    try (InputStream file =
            Objects.requireNonNull(ReplyWords.class.getResourceAsStream("/mail/reply-words.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new ReplyWords(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
