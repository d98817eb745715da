package dev.paperboy.web;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.PageChanges;
import dev.paperboy.notice.Saved;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Texts;
import dev.paperboy.yaml.Problem;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /interests/{token}}: shows a reader's document, tries a changed one on the last days, and
 * takes it. {@code /interests/{token}/preview} is the trial alone, for who types.
 */
final class InterestsPage {

  private final Pages pages;
  private final LinkHolders holders;
  private final Readership readership;
  private final InterestsPreview preview;
  private final PageChanges changes;
  private final Clock clock;

  InterestsPage(Pages pages, LinkHolders holders, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.readership = parts.readership();
    this.preview = new InterestsPreview(readership.parser(), parts.library().lookback());
    this.changes = parts.subscriptions().byPage();
    this.clock = parts.clock();
  }

  void show(Context context) {
    Optional<Subscriber> holder = holder(context);
    if (holder.isPresent()) {
      String document = holder.get().interests();
      List<Problem> problems = parser().parse(document).problems();
      show(context, 200, holder.get(), new Draft(document, problems, Outcome.SHOWN));
    }
  }

  /** Saves; with {@code do=preview} only tries, with {@code do=undo} takes a change back. */
  void post(Context context) throws IOException {
    String what = RequestBody.field(context, "do").orElse("save");
    if (what.equals("undo")) {
      undo(context);
      return;
    }
    String document = document(context);
    Optional<Subscriber> holder = holder(context);
    if (holder.isPresent() && what.equals("preview")) {
      show(context, 200, holder.get(), new Draft(document, List.of(), Outcome.TRIED));
    } else if (holder.isPresent()) {
      answer(context, holder.get(), document, changes.save(holder.get(), document));
    }
  }

  private void undo(Context context) throws IOException {
    String token = RequestBody.field(context, "undo").orElseThrow(BadRequestResponse::new);
    Optional<Subscriber> holder = holder(context);
    if (holder.isPresent()) {
      answer(context, holder.get(), holder.get().interests(), changes.undo(holder.get(), token));
    }
  }

  /** The part of the page that shows what the document would have found. */
  void preview(Context context) throws IOException {
    String document = document(context);
    if (holder(context).isPresent()) {
      Texts texts = pages.texts(context);
      pages.show(context, 200, "preview", Map.of("preview", preview.of(document, texts)));
    }
  }

  /**
   * @param document what was sent, to be mended if it was refused
   */
  private void answer(Context context, Subscriber holder, String document, Saved saved) {
    if (saved instanceof Saved.Done done) {
      Subscriber now = done.subscriber();
      show(context, 200, now, new Draft(now.interests(), List.of(), Outcome.SAVED, done));
    } else if (saved instanceof Saved.Rejected rejected) {
      show(context, 422, holder, new Draft(document, rejected.problems(), Outcome.REFUSED));
    } else {
      List<Problem> problems = parser().parse(document).problems();
      show(context, 410, holder, new Draft(document, problems, Outcome.NOT_TAKEN_BACK));
    }
  }

  /** Whose page it is; if nobody's, that was answered. */
  private Optional<Subscriber> holder(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.INTERESTS);
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
    }
    return holder;
  }

  /** Forms end lines with CR LF, whatever the reader wrote. */
  private static String document(Context context) throws IOException {
    return RequestBody.field(context, "interests")
        .orElseThrow(BadRequestResponse::new)
        .replace("\r\n", "\n");
  }

  private InterestsParser parser() {
    return readership.parser();
  }

  private record Draft(
      String document, List<Problem> problems, Outcome outcome, Saved.@Nullable Done saved) {

    Draft(String document, List<Problem> problems, Outcome outcome) {
      this(document, problems, outcome, null);
    }
  }

  /** What became of the document in the form. */
  private enum Outcome {
    SHOWN,
    TRIED,
    SAVED,
    REFUSED,
    NOT_TAKEN_BACK
  }

  private void show(Context context, int status, Subscriber subscriber, Draft draft) {
    Texts texts = pages.texts(context);
    NextDigest next = new NextDigest(clock.instant(), texts);
    Optional<Interests> valid = parser().parse(subscriber.interests()).interests();
    Map<String, Object> values = new HashMap<>();
    values.put("address", subscriber.address().masked());
    values.put("state", texts.of("page.state." + subscriber.standing().state().word()));
    values.put("next", next.of(subscriber, valid));
    valid.ifPresent(read -> values.put("rhythm", next.rhythm(read.digest().rhythm())));
    values.put("document", draft.document());
    values.put("problems", ProblemLines.of(draft.problems()));
    values.put("ways", holders.ways(context, subscriber));
    values.put("outcome", draft.outcome().name().toLowerCase(Locale.ROOT));
    if (draft.saved() != null) {
      values.put("changes", changes(draft.saved().difference(), texts));
      values.put("undo", draft.saved().undo());
    }
    if (draft.outcome() == Outcome.TRIED) {
      values.put("preview", preview.of(draft.document(), texts));
    }
    pages.show(context, status, "interests", values);
  }

  /** What changed, as the mail that tells of a change has it: one line each, if there is any. */
  private static List<Map<String, String>> changes(Difference difference, Texts texts) {
    return Stream.of(
            Map.entry("changes.added", difference.added()),
            Map.entry("changes.removed", difference.removed()),
            Map.entry("changes.changed", difference.changed()))
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                Map.of(
                    "what", texts.of(entry.getKey()),
                    "which", texts.list(entry.getValue())))
        .toList();
  }
}
