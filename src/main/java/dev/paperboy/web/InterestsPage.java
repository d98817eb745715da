package dev.paperboy.web;

import dev.paperboy.interest.OutlineEditor;
import dev.paperboy.notice.PageChanges;
import dev.paperboy.notice.Saved;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Texts;
import dev.paperboy.web.InterestsView.Outcome;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /interests/{token}}: shows a reader's interests as a form, or with {@code view=yaml} as
 * they are written; tries changed ones on the last days, and takes them. {@code
 * /interests/{token}/preview} is the trial alone, for who types.
 */
final class InterestsPage {

  private final Pages pages;
  private final LinkHolders holders;
  private final Readership readership;
  private final OutlineEditor editor;
  private final InterestsPreview preview;
  private final InterestsView view;
  private final PageChanges changes;

  InterestsPage(Pages pages, LinkHolders holders, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.readership = parts.readership();
    this.editor = new OutlineEditor(readership.parser());
    this.preview = new InterestsPreview(readership.parser(), parts.library().lookback());
    this.view = new InterestsView(pages, holders, readership, parts.clock());
    this.changes = parts.subscriptions().byPage();
  }

  void show(Context context) {
    Optional<Subscriber> holder = holder(context);
    if (holder.isPresent()) {
      showStored(context, holder.get(), Outcome.SHOWN);
    }
  }

  /** Saves; with {@code do=preview} only tries, with {@code do=undo} takes a change back. */
  void post(Context context) {
    String what = RequestBody.field(context, "do").orElse("save");
    Optional<Subscriber> holder = holder(context);
    if (holder.isEmpty()) {
      return;
    }
    if (what.equals("undo")) {
      undo(context, holder.get());
      return;
    }
    InterestsDraft draft = InterestsDraft.sent(context, holder.get().interests(), editor);
    if (what.equals("preview")) {
      view.show(context, holder.get(), draft, Outcome.TRIED, preview(context, draft));
    } else if (isAnotherByNow(context, holder.get())) {
      view.show(context, holder.get(), draft, Outcome.MEANWHILE, Map.of());
    } else if (draft.document().isEmpty()) {
      view.show(context, holder.get(), draft, Outcome.BY_HAND, Map.of());
    } else {
      Saved saved = changes.save(holder.get(), draft.document().get());
      answer(context, holder.get(), draft, saved);
    }
  }

  /** The part of the page that shows what the document would have found. */
  void preview(Context context) {
    Optional<Subscriber> holder = holder(context);
    if (holder.isPresent()) {
      InterestsDraft draft = InterestsDraft.sent(context, holder.get().interests(), editor);
      pages.show(context, 200, "preview", preview(context, draft));
    }
  }

  private Map<String, Object> preview(Context context, InterestsDraft draft) {
    Texts texts = pages.texts(context);
    return Map.of(
        "preview",
        draft.document().map(document -> preview.of(document, texts)).orElseGet(Map::of),
        "places",
        draft.outline() == null);
  }

  private void undo(Context context, Subscriber reader) {
    String token = RequestBody.field(context, "undo").orElseThrow(BadRequestResponse::new);
    InterestsDraft now = InterestsDraft.stored(context, reader.interests(), editor);
    answer(context, reader, now, changes.undo(reader, token));
  }

  /**
   * @param draft what was sent, to be mended if it was refused
   */
  private void answer(Context context, Subscriber reader, InterestsDraft draft, Saved saved) {
    if (saved instanceof Saved.Done done) {
      Subscriber now = done.subscriber();
      InterestsDraft stored =
          draft.outline() == null
              ? new InterestsDraft(Optional.of(now.interests()), null)
              : InterestsDraft.stored(context, now.interests(), editor);
      view.show(context, now, stored, Outcome.SAVED, view.changes(context, done));
    } else if (saved instanceof Saved.Rejected rejected) {
      Map<String, Object> problems = InterestsView.problems(rejected.problems());
      view.show(context, reader, draft, Outcome.REFUSED, problems);
    } else {
      showStored(context, reader, Outcome.NOT_TAKEN_BACK);
    }
  }

  private void showStored(Context context, Subscriber reader, Outcome outcome) {
    String document = reader.interests();
    view.show(
        context,
        reader,
        InterestsDraft.stored(context, document, editor),
        outcome,
        InterestsView.problems(readership.parser().parse(document).problems()));
  }

  /** Whether the stored document is no longer the one that the page was made of. */
  private static boolean isAnotherByNow(Context context, Subscriber reader) {
    return RequestBody.field(context, "seen")
        .filter(seen -> !seen.equals(InterestsDraft.mark(reader.interests())))
        .isPresent();
  }

  /** Whose page it is; if nobody's, that was answered. */
  private Optional<Subscriber> holder(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.INTERESTS);
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
    }
    return holder;
  }
}
