package dev.paperboy.web;

import dev.paperboy.interest.Interests;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.Saved;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.template.Texts;
import dev.paperboy.yaml.Problem;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the page of a reader's interests, as the template {@code interests} has it. */
record InterestsView(Pages pages, LinkHolders holders, Readership readership, Clock clock) {

  /** What became of what stands in the form. */
  enum Outcome {
    SHOWN(200),
    TRIED(200),
    SAVED(200),
    REFUSED(422),
    /** The outline cannot be written into the document. */
    BY_HAND(422),
    /** Somebody, or a mail, was faster. */
    MEANWHILE(409),
    NOT_TAKEN_BACK(410);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }
  }

  /**
   * @param more values of the template beside those of every such page
   */
  void show(
      Context context,
      Subscriber reader,
      InterestsDraft draft,
      Outcome outcome,
      Map<String, ?> more) {
    Texts texts = pages.texts(context);
    NextDigest next = new NextDigest(clock.instant(), texts);
    Optional<Interests> valid = readership.parser().parse(reader.interests()).interests();
    Map<String, Object> values = new HashMap<>();
    values.put("address", reader.address().masked());
    values.put("state", texts.of("page.state." + reader.standing().state().word()));
    values.put("next", next.of(reader, valid));
    valid.ifPresent(read -> values.put("rhythm", next.rhythm(read.digest().rhythm())));
    if (draft.outline() == null) {
      values.put("document", draft.document().orElse(reader.interests()));
    } else {
      values.put("outline", OutlineFields.of(draft.outline(), texts));
    }
    values.put("ways", holders.ways(context, reader));
    values.put("seen", InterestsDraft.mark(reader.interests()));
    values.put("problems", List.of());
    values.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    values.putAll(more);
    pages.show(context, outcome.status, "interests", values);
  }

  /** The values for problems of the document. */
  static Map<String, Object> problems(List<Problem> problems) {
    return Map.of("problems", ProblemLines.of(problems));
  }

  /** The values for a change: what it was, as the mail that tells of one has it, and its undo. */
  Map<String, Object> changes(Context context, Saved.Done saved) {
    Texts texts = pages.texts(context);
    Difference difference = saved.difference();
    List<Map<String, String>> lines =
        Stream.of(
                Map.entry("changes.added", difference.added()),
                Map.entry("changes.removed", difference.removed()),
                Map.entry("changes.changed", difference.changed()))
            .filter(entry -> !entry.getValue().isEmpty())
            .map(
                entry ->
                    Map.of("what", texts.of(entry.getKey()), "which", texts.list(entry.getValue())))
            .toList();
    return Map.of("changes", lines, "undo", saved.undo());
  }
}
