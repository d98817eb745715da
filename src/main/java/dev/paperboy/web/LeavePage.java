package dev.paperboy.web;

import dev.paperboy.notice.Departures;
import dev.paperboy.notice.Origin;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.template.Texts;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /unsubscribe/{token}}: asks on GET, acts on POST. The POST is the one-click request of RFC
 * 8058 section 3.2 as well as the page's own form: whatever its body says, without cookies,
 * answered without redirect, and as often as a mail program likes. The page offers a pause instead,
 * and afterwards a way back, by forms of {@link PausePage}.
 */
final class LeavePage {

  private final Pages pages;
  private final LinkHolders holders;
  private final Departures departures;
  private final Readership readership;
  private final Clock clock;

  LeavePage(Pages pages, LinkHolders holders, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.departures = parts.subscriptions().departures();
    this.readership = parts.readership();
    this.clock = parts.clock();
  }

  void ask(Context context) {
    answer(context, 200, holders.of(context, Purpose.UNSUBSCRIBE), "");
  }

  void unsubscribe(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.UNSUBSCRIBE);
    answer(
        context,
        200,
        holder.map(s -> departures.leave(s, "by the link in a mail", Origin.NO_MAIL)),
        "");
  }

  /**
   * Shows how things stand, and what can be done.
   *
   * @param problem the key of what is wrong with the day that was given; {@code ""}: nothing
   */
  void answer(Context context, int status, Optional<Subscriber> holder, String problem) {
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    Subscriber reader = holder.get();
    Map<String, Object> values = new HashMap<>();
    values.put("address", reader.address().masked());
    values.put("token", context.pathParam("token"));
    values.put("ways", holders.ways(context, reader));
    State state = reader.standing().state();
    if (state == State.UNSUBSCRIBED || state == State.SUPPRESSED) {
      values.put("back", departures.mayComeBack(reader));
      pages.show(context, status, "unsubscribed", values);
    } else {
      values.put("problem", problem);
      values.putAll(pause(reader, pages.texts(context)));
      pages.show(context, status, "unsubscribe", values);
    }
  }

  private Map<String, Object> pause(Subscriber reader, Texts texts) {
    Map<String, Object> values = new HashMap<>();
    LocalDate today = readership.day(reader, clock.instant());
    values.put("state", reader.standing().state().word());
    values.put("first", today.plusDays(1).toString());
    values.put("last", today.plusYears(2).minusDays(1).toString());
    Optional.ofNullable(reader.standing().pausedUntil())
        .ifPresent(day -> values.put("until", texts.dates().full(day)));
    return values;
  }
}
