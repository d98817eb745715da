package dev.paperboy.web;

import dev.paperboy.dump.DumpQuarantine.Refusal;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.Delivery.State;
import dev.paperboy.web.AdminSessions.Session;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /admin}: how things stand and what needs a hand, for the operator who has given the
 * password. Without a password in the config there are no such pages.
 */
final class AdminPages {

  private static final Logger LOG = LoggerFactory.getLogger(AdminPages.class);
  private static final int MOST_SHOWN = 100;
  private static final int SEE_OTHER = 303;

  /** What an operator may have to do something about. */
  private static final List<State> OPEN =
      List.of(State.FAILED, State.IN_DOUBT, State.DEFERRED, State.EXPIRED, State.PENDING);

  private final Pages pages;
  private final AdminParts parts;
  private final AdminOverview overview;
  private final AdminDoor door;
  private final Clock clock;

  AdminPages(Pages pages, AdminParts parts, AdminOverview overview, AdminDoor door, Clock clock) {
    this.pages = pages;
    this.parts = parts;
    this.overview = overview;
    this.door = door;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .page("/admin", door.page(this::overview))
        .page("/admin/outbox", door.page(this::outbox))
        .form("/admin/login", Rate.CHANGES, door::logIn)
        .form("/admin/logout", Rate.CHANGES, door.form((context, session) -> door.logOut(context)))
        .form("/admin/dumps/again", Rate.CHANGES, door.form(this::dumpAgain))
        .form("/admin/outbox/retry", Rate.CHANGES, door.form(this::retry))
        .form("/admin/outbox/cancel", Rate.CHANGES, door.form(this::cancel))
        .form("/admin/outbox/address", Rate.CHANGES, door.form(this::address));
  }

  private void overview(Context context, Session session) {
    Map<String, Object> values = new HashMap<>(overview.values(pages.texts(context)));
    values.put("refused", parts.quarantine().list(MOST_SHOWN).stream().map(this::refusal).toList());
    show(context, "admin", values, session);
  }

  private Map<String, String> refusal(Refusal refusal) {
    return Map.of("name", refusal.name(), "why", refusal.why());
  }

  private void outbox(Context context, Session session) {
    outbox(context, session, -1);
  }

  /**
   * @param open the delivery whose address is shown; -1 for none
   */
  private void outbox(Context context, Session session, long open) {
    List<State> states = states(context.queryParam("state"));
    List<Map<String, Object>> deliveries =
        parts.outbox().list(states, MOST_SHOWN).stream()
            .map(delivery -> delivery(delivery, delivery.id() == open))
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("deliveries", deliveries);
    values.put("counts", counts());
    values.put("most", MOST_SHOWN);
    show(context, "admin-outbox", values, session);
  }

  private List<Map<String, Object>> counts() {
    return parts.outbox().counts().entrySet().stream()
        .map(
            entry ->
                Map.<String, Object>of(
                    "state", entry.getKey().word(),
                    "key", entry.getKey().name().toLowerCase(Locale.ROOT),
                    "number", entry.getValue()))
        .toList();
  }

  private static List<State> states(@Nullable String asked) {
    for (State state : State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(asked)) {
        return List.of(state);
      }
    }
    return OPEN;
  }

  private static Map<String, Object> delivery(Delivery delivery, boolean open) {
    State state = delivery.state();
    return Map.of(
        "id",
        delivery.id(),
        "kind",
        delivery.order().kind(),
        "to",
        open ? delivery.order().recipient().toString() : delivery.order().recipient().masked(),
        "open",
        open,
        "state",
        state.word(),
        "attempts",
        delivery.attempts(),
        "reply",
        delivery.reply() == null ? "" : delivery.reply(),
        "retry",
        state != State.SENT && state != State.LEASED,
        "cancel",
        state == State.PENDING || state == State.DEFERRED || state == State.IN_DOUBT);
  }

  private void dumpAgain(Context context, Session session) {
    String name = RequestBody.field(context, "name").orElseThrow(BadRequestResponse::new);
    boolean moved = parts.quarantine().tryAgain(name);
    LOG.info("The operator asked to try a refused dump again: {}", moved ? "moved" : "not moved");
    back(context, "/admin");
  }

  private void retry(Context context, Session session) {
    long id = id(context);
    boolean done = parts.outbox().retry(id, clock.instant().plus(parts.lifetime()));
    LOG.info("The operator asked to try delivery {} again: {}", id, done ? "done" : "not possible");
    back(context, "/admin/outbox");
  }

  private void cancel(Context context, Session session) {
    long id = id(context);
    boolean done = parts.outbox().cancel(id);
    LOG.info("The operator asked to cancel delivery {}: {}", id, done ? "done" : "not possible");
    back(context, "/admin/outbox");
  }

  /** One address at a time, and each noted. */
  private void address(Context context, Session session) {
    long id = id(context);
    LOG.info("The operator looked at the address of delivery {}", id);
    outbox(context, session, id);
  }

  private void show(Context context, String page, Map<String, Object> values, Session session) {
    values.put("form", session.formToken());
    pages.show(context, 200, page, values);
  }

  private void back(Context context, String path) {
    context.header("Location", pages.path(path)).status(SEE_OTHER);
  }

  private static long id(Context context) {
    String id = RequestBody.field(context, "id").orElse("");
    if (!id.matches("[0-9]{1,18}")) {
      throw new BadRequestResponse();
    }
    return Long.parseLong(id);
  }
}
