package dev.paperboy.interest;

import dev.paperboy.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds a term to the mutes of a document and leaves all else in it as the reader wrote it. */
public final class Muting {

  private static final Pattern LIST = Pattern.compile("^mute:\\s*\\[(.*)]\\s*(#.*)?$");
  private static final Pattern SCALAR = Pattern.compile("^mute:\\s+([^\\s#\\[].*?)\\s*$");
  private static final Pattern BLOCK = Pattern.compile("^mute:\\s*(#.*)?$");
  private static final Pattern ITEM = Pattern.compile("^(\\s*- ).*$");

  private final InterestsParser parser;

  public Muting(InterestsParser parser) {
    this.parser = parser;
  }

  /**
   * The document with this term muted as well.
   *
   * @return empty if the term is none, or the document is written in a way that only its reader can
   *     change
   */
  public Optional<String> add(String document, String term) {
    List<String> lines = new ArrayList<>(document.lines().toList());
    String item = YamlText.of(term);
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("mute:")) {
      at++;
    }
    if (at == lines.size()) {
      lines.add("mute: [" + item + "]");
    } else {
      insert(lines, at, item);
    }
    String changed = String.join("\n", lines) + "\n";
    return isJustThat(document, changed, term) ? Optional.of(changed) : Optional.empty();
  }

  private static void insert(List<String> lines, int at, String item) {
    String line = lines.get(at);
    Matcher list = LIST.matcher(line);
    Matcher scalar = SCALAR.matcher(line);
    if (list.matches()) {
      String old = list.group(1).strip();
      String remark = list.group(2) == null ? "" : " " + list.group(2);
      lines.set(at, "mute: [" + (old.isEmpty() ? "" : old + ", ") + item + "]" + remark);
    } else if (BLOCK.matcher(line).matches() && at + 1 < lines.size()) {
      Matcher first = ITEM.matcher(lines.get(at + 1));
      lines.add(at + 1, (first.matches() ? first.group(1) : "  - ") + item);
    } else if (scalar.matches()) {
      lines.set(at, "mute: [" + scalar.group(1) + ", " + item + "]");
    }
  }

  private boolean isJustThat(String before, String after, String term) {
    Optional<Interests> old = parser.parse(before).interests();
    Optional<Interests> fresh = parser.parse(after).interests();
    if (old.isEmpty() || fresh.isEmpty()) {
      return false;
    }
    List<String> wanted =
        Stream.concat(old.get().mute().stream().map(Term::toString), Stream.of(term))
            .sorted()
            .toList();
    return fresh.get().mute().stream().map(Term::toString).sorted().toList().equals(wanted)
        && fresh.get().interests().equals(old.get().interests())
        && fresh.get().digest().equals(old.get().digest());
  }
}
