package dev.paperboy.web;

import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsPrinter;
import dev.paperboy.interest.Outline;
import dev.paperboy.interest.OutlineEditor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document of somebody who subscribes on the home page. Threads may share it. */
final class FirstInterests {

  private final InterestsPrinter printer = new InterestsPrinter();
  private final OutlineEditor editor;

  FirstInterests(InterestsParser parser) {
    this.editor = new OutlineEditor(parser);
  }

  /** What somebody gets who has no wishes, by the keys of {@link Outline#WISHES}. */
  Map<String, String> wishes() {
    return editor.outline(printer.starter(List.of())).orElseThrow().wishes();
  }

  /** These topics, by the usual wishes; empty if there is none, or one that is no term. */
  Optional<String> document(List<String> topics) {
    return topics.isEmpty()
        ? Optional.empty()
        : Optional.of(printer.starter(topics)).filter(d -> editor.outline(d).isPresent());
  }

  /** A document of the usual wishes with others. It may have problems, if there are any in them. */
  String with(Map<String, String> wishes, String document) {
    return editor
        .outline(document)
        .flatMap(
            old -> {
              Map<String, String> all = new HashMap<>(old.wishes());
              all.putAll(wishes);
              return editor.write(
                  document, new Outline(old.topics(), old.others(), old.mute(), all));
            })
        .orElse(document);
  }
}
