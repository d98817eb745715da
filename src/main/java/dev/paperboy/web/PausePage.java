package dev.paperboy.web;

import dev.paperboy.inbound.PauseDay;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.notice.Wish;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The forms beside the one for leaving: {@code /pause/{token}} and {@code /resume/{token}}. They do
 * what the commands of these names do by mail, with the answer by mail too; who has just left comes
 * back by the second.
 */
final class PausePage {

  private static final int SEE_OTHER = 303;

  private final Pages pages;
  private final LinkHolders holders;
  private final LeavePage leave;
  private final Subscriptions subscriptions;
  private final Readership readership;
  private final Clock clock;

  PausePage(Pages pages, LinkHolders holders, LeavePage leave, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.leave = leave;
    this.subscriptions = parts.subscriptions();
    this.readership = parts.readership();
    this.clock = parts.clock();
  }

  /**
   * Until the day in the form, which may be {@code 1 week} as well. Then shows how things stand.
   */
  void pause(Context context) {
    String until = RequestBody.field(context, "until").orElse("");
    Optional<Subscriber> holder = holders.of(context, Purpose.UNSUBSCRIBE);
    Optional<LocalDate> day =
        holder.flatMap(s -> PauseDay.read(until, readership.day(s, clock.instant())));
    if (day.isEmpty()) {
      leave.answer(context, 422, holder, "page.pause.no_day");
      return;
    }
    pause(holder.orElseThrow(), day.get());
    String path = "/unsubscribe/" + context.pathParam("token") + pages.inLanguage(context);
    context.header("Location", pages.path(path)).status(SEE_OTHER);
  }

  /** Nothing for whom no mail is sent anyway, and no second mail about the same pause. */
  private void pause(Subscriber reader, LocalDate day) {
    State state = reader.standing().state();
    boolean already = state == State.PAUSED && day.equals(reader.standing().pausedUntil());
    if ((state == State.ACTIVE || state == State.PAUSED) && !already) {
      subscriptions.fulfil(reader, new Wish(Wish.Kind.PAUSE, day.toString()), Origin.NO_MAIL);
    }
  }

  void resume(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.UNSUBSCRIBE);
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    boolean back = resume(holder.get());
    pages.show(
        context,
        back ? 200 : 410,
        "answer",
        Map.of("matter", back ? "resume.done" : "resume.over"));
  }

  private boolean resume(Subscriber reader) {
    return switch (reader.standing().state()) {
      case ACTIVE -> true;
      case PAUSED -> {
        subscriptions.fulfil(reader, new Wish(Wish.Kind.RESUME, ""), Origin.NO_MAIL);
        yield true;
      }
      case UNSUBSCRIBED -> subscriptions.departures().comeBack(reader, Origin.NO_MAIL);
      case PENDING, SUPPRESSED -> false;
    };
  }
}
