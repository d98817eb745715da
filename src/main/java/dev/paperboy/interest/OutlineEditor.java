package dev.paperboy.interest;

import dev.paperboy.yaml.Problems;
import dev.paperboy.yaml.YamlEdit;
import dev.paperboy.yaml.YamlMap;
import dev.paperboy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the {@link Outline} of a document, and writes a changed one into it; all else in the
 * document stays as its reader wrote it, comments too. Threads may share it.
 */
public final class OutlineEditor {

  private static final YamlEdit EDIT = new YamlEdit(InterestsParser.YAML);

  private final InterestsParser parser;

  public OutlineEditor(InterestsParser parser) {
    this.parser = parser;
  }

  /** A document's outline; empty if it has problems. */
  public Optional<Outline> outline(String document) {
    return read(document).map(Read::outline);
  }

  /**
   * The document with another outline. The names in {@link Outline#others} do not count. What comes
   * out may have problems, if there are any in the outline.
   *
   * @return empty if the document is written in a way that only its reader can change
   */
  public Optional<String> write(String document, Outline wanted) {
    Optional<Read> before = read(document);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Outline old = before.get().outline();
    Optional<String> text = Optional.of(document);
    if (!wanted.topics().equals(old.topics())) {
      text = text.flatMap(t -> list(t, "interests", wanted.topics()));
    }
    if (!wanted.mute().equals(old.mute())) {
      text = text.flatMap(t -> list(t, "mute", wanted.mute()));
    }
    for (String key : Outline.WISHES) {
      String value = wanted.wishes().getOrDefault(key, "").strip();
      if (!value.equals(old.wishes().get(key))) {
        text = text.flatMap(t -> wish(t, key, value));
      }
    }
    return text.filter(t -> isJustThat(before.get(), t, wanted));
  }

  /**
   * The document with this term muted as well.
   *
   * @return empty if the term is none, or the document is written in a way that only its reader can
   *     change
   */
  public Optional<String> mute(String document, String term) {
    return outline(document)
        .map(
            old -> {
              List<String> mute = new ArrayList<>(old.mute());
              mute.add(term);
              return new Outline(old.topics(), old.others(), mute, old.wishes());
            })
        .flatMap(wanted -> write(document, wanted))
        .filter(changed -> parser.parse(changed).problems().isEmpty());
  }

  private static Optional<String> list(String document, String key, List<String> texts) {
    return EDIT.setTexts(document, key, texts, OutlineEditor::meaning);
  }

  private static Optional<String> wish(String document, String key, String value) {
    if (!key.equals(Outline.PAUSE)) {
      return EDIT.set(document, "digest", key, value);
    }
    return value.isEmpty() ? EDIT.remove(document, key) : EDIT.set(document, key, value);
  }

  private static String meaning(String text) {
    return Term.of(TermReader.tidy(text)).toString();
  }

  /**
   * @param written the interests with keys
   */
  private record Read(Interests interests, List<Interest> written, Outline outline) {}

  private Optional<Read> read(String document) {
    Optional<Interests> interests = parser.parse(document).interests();
    Optional<YamlMap> root = InterestsParser.YAML.read(document, new Problems(document));
    return interests.flatMap(
        values -> root.flatMap(r -> r.get("interests")).map(list -> read(values, list)));
  }

  private static Read read(Interests interests, YamlNode list) {
    List<String> topics = new ArrayList<>();
    List<Interest> written = new ArrayList<>();
    List<YamlNode> nodes = list.asList();
    for (int i = 0; i < nodes.size(); i++) {
      Interest interest = interests.interests().get(i);
      if (nodes.get(i).isText()) {
        topics.add(interest.name());
      } else {
        written.add(interest);
      }
    }
    List<String> others = written.stream().map(Interest::name).toList();
    List<String> mute = interests.mute().stream().map(Term::toString).toList();
    return new Read(interests, written, new Outline(topics, others, mute, wishes(interests)));
  }

  private static Map<String, String> wishes(Interests interests) {
    DigestWishes digest = interests.digest();
    Map<String, String> wishes = new HashMap<>();
    wishes.put("every", InterestsPrinter.word(digest.rhythm().every()));
    wishes.put("on", InterestsPrinter.word(digest.rhythm().on()));
    wishes.put("at", InterestsPrinter.TIME.format(digest.rhythm().at()));
    wishes.put("timezone", digest.rhythm().timezone().getId());
    wishes.put("papers", Integer.toString(digest.papers()));
    wishes.put("quiet_day", InterestsPrinter.word(digest.quietDay()));
    wishes.put(Outline.PAUSE, Objects.toString(interests.pauseUntil(), ""));
    return wishes;
  }

  /** What still has problems is looked at again when they are mended. */
  private boolean isJustThat(Read before, String changed, Outline wanted) {
    return read(changed)
        .map(
            after ->
                after.written().equals(before.written())
                    && after.outline().topics().equals(meanings(wanted.topics()))
                    && after.outline().mute().equals(meanings(wanted.mute()))
                    && rest(after).equals(rest(before))
                    && Outline.WISHES.stream().allMatch(key -> isAsked(key, before, after, wanted)))
        .orElse(true);
  }

  private static boolean isAsked(String key, Read before, Read after, Outline wanted) {
    String old = before.outline().wishes().get(key);
    return !Objects.equals(old, wanted.wishes().getOrDefault(key, "").strip())
        || Objects.equals(old, after.outline().wishes().get(key));
  }

  private static List<Object> rest(Read read) {
    DigestWishes digest = read.interests().digest();
    return List.of(digest.trending(), digest.format());
  }

  private static List<String> meanings(List<String> texts) {
    return texts.stream().map(OutlineEditor::meaning).distinct().toList();
  }
}
