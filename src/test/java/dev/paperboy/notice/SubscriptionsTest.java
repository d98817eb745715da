package dev.paperboy.notice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.TestClock;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.mail.MailHead.Mailbox;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.SenderSettings;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.notice.Subscriptions.Asking;
import dev.paperboy.notice.Subscriptions.Reply;
import dev.paperboy.outbox.BounceTags;
import dev.paperboy.outbox.Delivery;
import dev.paperboy.outbox.MailSource.Prepared;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.store.Store;
import dev.paperboy.store.TestDatabase;
import dev.paperboy.subscriber.InstanceSecret;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.template.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SubscriptionsTest {

  private static final EmailAddress ADA = new EmailAddress("ada", "example.org");
  private static final EmailAddress PAPERS = new EmailAddress("papers", "paperboy.example");
  private static final String ROBOTS = "interests: [robot]";
  private static final String WHALES = "interests: [robot, whale]";

  @TempDir Path folder;

  private final TestDatabase database;
  private final TestClock clock = new TestClock("2025-12-05T06:00:00Z");
  private Store store;
  private Subscribers subscribers;
  private Registrar registrar;
  private Outbox outbox;
  private Notices notices;
  private NoticeSource source;
  private Subscriptions subscriptions;

  SubscriptionsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.emptied();
    InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
    subscribers = new Subscribers(store);
    registrar = new Registrar(store, parser, clock, () -> 7);
    Readership readership = new Readership(subscribers, registrar, parser);
    InstanceSecret secret = InstanceSecret.in(folder);
    Tokens tokens = new Tokens(secret, store, clock);
    outbox = new Outbox(store, clock);
    notices = new Notices(store, outbox, secret, PAPERS.domain(), clock);
    subscriptions =
        new Subscriptions(
            store,
            readership,
            notices,
            new Asking(tokens, OptIns.of(secret, store, 0, clock)),
            interests -> new Lately(14, List.of()),
            clock);
    SenderSettings sender =
        new SenderSettings(
            new Mailbox("Paperboy", PAPERS),
            new Inbox(PAPERS, Tags.PLUS),
            "",
            URI.create("https://paperboy.example"));
    source =
        new NoticeSource(
            notices,
            readership,
            new NoticeRenderer(new Templates(folder).in("en"), sender),
            sender,
            tokens,
            new BounceTags(id -> "seal" + id));
  }

  @Test
  void who_subscribes_is_pending_until_the_link_in_the_mail_is_used() {
    assertThat(subscribe(ROBOTS)).isInstanceOf(Asked.Done.class);
    assertThat(state()).isEqualTo(State.PENDING);
    OutgoingMail question = newest();
    assertThat(question.headers())
        .extracting(h -> h.name() + ": " + h.value())
        .contains("Auto-Submitted: auto-generated");
    assertThat(String.valueOf(question.envelope().sender())).startsWith("papers+b-");

    String token = token(question, "confirm");
    assertThat(subscriptions.look(token)).isInstanceOf(Confirmation.Open.class);
    assertThat(state()).isEqualTo(State.PENDING);

    clock.advance(Duration.ofHours(3));
    assertThat(confirm(token)).isInstanceOf(Confirmation.Done.class);
    assertThat(state()).isEqualTo(State.ACTIVE);
    assertThat(ada().progress().lastEdition()).isEqualTo(7);
    assertThat(newest().head().subject()).isEqualTo("Welcome to Paperboy");
    assertThat(confirm(token)).isInstanceOf(Confirmation.Before.class);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void the_address_that_a_confirmation_is_answered_to_confirms_as_well() {
    subscribe(ROBOTS);
    String local = requireNonNull(newest().head().replyTo()).address().local();
    assertThat(local).startsWith("papers+c-");
    assertThat(confirm(local.substring("papers+c-".length())))
        .isInstanceOf(Confirmation.Done.class);
  }

  @Test
  void a_confirmation_is_open_for_two_days_and_a_wrong_one_for_none() {
    subscribe(ROBOTS);
    String token = token(newest(), "confirm");
    clock.advance(Duration.ofHours(48));
    assertThat(confirm(token)).isInstanceOf(Confirmation.TooLate.class);
    assertThat(confirm(token + "x")).isInstanceOf(Confirmation.Unknown.class);
    assertThat(state()).isEqualTo(State.PENDING);
  }

  @Test
  void nobody_is_asked_twice_on_a_day_nor_a_fourth_time() {
    for (int day = 0; day < 6; day++) {
      assertThat(subscribe(ROBOTS)).isInstanceOf(Asked.Done.class);
      assertThat(subscribe(ROBOTS)).isInstanceOf(Asked.Done.class);
      clock.advance(Duration.ofHours(25));
    }
    assertThat(sent()).hasSize(3);
  }

  @Test
  void who_is_on_the_list_gets_their_interests_once_a_day_and_keeps_them() {
    registrar.add(ADA, ROBOTS);
    assertThat(subscribe(WHALES)).isInstanceOf(Asked.Done.class);
    assertThat(subscribe(WHALES)).isInstanceOf(Asked.Done.class);
    assertThat(sent()).hasSize(1);
    assertThat(newest().head().subject()).isEqualTo("Your interests");
    assertThat(ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void an_address_that_refused_mail_gets_none() {
    registrar.suppress(add(), "550 no such user");
    assertThat(subscribe(ROBOTS)).isInstanceOf(Asked.Done.class);
    assertThat(sent()).isEmpty();
  }

  @Test
  void wrong_interests_make_nobody_a_subscriber() {
    assertThat(subscribe("interests: []")).isInstanceOf(Asked.Rejected.class);
    assertThat(subscribers.all()).isEmpty();
  }

  @Test
  void a_confirmation_from_before_somebody_left_opens_nothing_any_more() {
    subscribe(ROBOTS);
    String old = token(newest(), "confirm");
    clock.advance(Duration.ofHours(1));
    subscriptions.departures().leave(ada(), "test", Origin.NO_MAIL);
    clock.advance(Duration.ofHours(1));
    subscribe(ROBOTS);
    assertThat(confirm(old)).isInstanceOf(Confirmation.TooLate.class);
  }

  @Test
  void a_change_tells_what_is_different_and_can_be_taken_back_once() {
    Subscriber ada = add();
    assertThat(subscriptions.changeInterests(ada, WHALES, Origin.mail("<a@b>")))
        .isInstanceOf(Changed.Done.class);
    OutgoingMail answer = newest();
    assertThat(answer.envelope().sender()).isNull();
    assertThat(answer.headers())
        .extracting(h -> h.name() + ": " + h.value())
        .contains("Auto-Submitted: auto-replied", "In-Reply-To: <a@b>", "References: <a@b>");
    assertThat(text(answer)).contains("whale");

    String undo = token(answer, "undo");
    assertThat(subscriptions.lookUndo(undo)).isPresent();
    assertThat(subscriptions.undo(undo, Origin.NO_MAIL)).isInstanceOf(Changed.Done.class);
    assertThat(ada().interests()).isEqualTo(ROBOTS);
    assertThat(subscriptions.undo(undo, Origin.NO_MAIL)).isInstanceOf(Changed.Nothing.class);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void problems_are_told_and_change_nothing() {
    Subscriber ada = add();
    assertThat(subscriptions.changeInterests(ada, "interets: [robot]", Origin.NO_MAIL))
        .isInstanceOf(Changed.Rejected.class);
    assertThat(text(newest())).contains("Line 1").doesNotContain("/undo/");
    assertThat(ada().interests()).isEqualTo(ROBOTS);
  }

  @Test
  void the_same_in_other_words_is_kept_and_called_the_same() {
    Subscriber ada = add();
    String remark = "interests: [robot] # and nothing else";
    assertThat(subscriptions.changeInterests(ada, remark, Origin.NO_MAIL))
        .isInstanceOf(Changed.Same.class);
    assertThat(newest().head().subject()).isEqualTo("Your interests are as they were");
    assertThat(ada().interests()).isEqualTo(remark);
  }

  @Test
  void who_leaves_gets_a_farewell_with_the_way_back() {
    Subscriber ada = add();
    clock.advance(Duration.ofHours(1));
    subscriptions.departures().leave(ada, "test", Origin.NO_MAIL);
    subscriptions.departures().leave(ada(), "test", Origin.NO_MAIL);
    assertThat(sent()).hasSize(1);
    String back = token(newest(), "confirm");
    assertThat(confirm(back)).isInstanceOf(Confirmation.Done.class);
    assertThat(state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void who_has_just_left_may_come_back_at_once_and_is_welcomed() {
    Subscriber ada = add();
    clock.advance(Duration.ofHours(1));
    assertThat(subscriptions.departures().comeBack(ada, Origin.NO_MAIL)).isFalse();
    subscriptions.departures().leave(ada, "test", Origin.NO_MAIL);

    assertThat(subscriptions.departures().mayComeBack(ada())).isTrue();
    assertThat(subscriptions.departures().comeBack(ada(), Origin.NO_MAIL)).isTrue();
    assertThat(state()).isEqualTo(State.ACTIVE);
    assertThat(ada().progress().lastEdition()).isEqualTo(7);
    assertThat(newest().head().subject()).startsWith("Welcome");
    assertThat(sent()).hasSize(2);
  }

  @Test
  void the_way_back_ends_after_a_month_and_leads_nobody_round_in_circles() {
    Subscriber ada = add();
    for (int time = 0; time < 3; time++) {
      subscriptions.departures().leave(ada(), "test", Origin.NO_MAIL);
      assertThat(subscriptions.departures().comeBack(ada(), Origin.NO_MAIL)).isTrue();
    }
    subscriptions.departures().leave(ada, "test", Origin.NO_MAIL);
    assertThat(subscriptions.departures().comeBack(ada(), Origin.NO_MAIL)).isFalse();
    clock.advance(Duration.ofDays(2));
    assertThat(subscriptions.departures().mayComeBack(ada())).isTrue();
    clock.advance(Duration.ofDays(28));
    assertThat(subscriptions.departures().comeBack(ada(), Origin.NO_MAIL)).isFalse();
    assertThat(state()).isEqualTo(State.UNSUBSCRIBED);
  }

  @Test
  void an_address_that_refused_mail_does_not_come_back_by_a_link() {
    registrar.suppress(add(), "hard bounce");
    subscriptions.departures().leave(ada(), "test", Origin.NO_MAIL);
    assertThat(subscriptions.departures().comeBack(ada(), Origin.NO_MAIL)).isFalse();
    assertThat(state()).isEqualTo(State.SUPPRESSED);
  }

  @Test
  void a_notice_that_came_too_late_is_not_sent() {
    subscribe(ROBOTS);
    Delivery question = sent().get(0);
    registrar.unsubscribe(ada(), "test");
    assertThat(source.prepare(question)).isInstanceOf(Prepared.Cancel.class);
  }

  @Test
  void an_address_that_does_not_exist_is_asked_no_more() {
    subscribe(ROBOTS);
    source.badAddress(sent().get(0), "550 no such user");
    assertThat(state()).isEqualTo(State.SUPPRESSED);
  }

  @Test
  void erasing_takes_notices_and_deliveries_with_it_those_from_before_subscribing_too() {
    subscriptions.answer(ADA, null, new Reply(Topic.HELP, List.of(), ""), Origin.NO_MAIL);
    subscribe(ROBOTS);
    assertThat(notices.told(ADA)).hasSize(2);

    subscriptions.departures().erase(ada());

    assertThat(subscribers.find(ADA)).isEmpty();
    for (String table : List.of("notice", "delivery", "token")) {
      int left =
          store
              .jdbi()
              .withHandle(
                  db -> db.createQuery("select count(*) from " + table).mapTo(int.class).one());
      assertThat(left).as(table).isZero();
    }
  }

  @Test
  void an_alarm_is_raised_at_most_once_an_hour_for_each_cause() {
    EmailAddress root = new EmailAddress("root", "example.org");
    Alarm alarm = new Alarm(notices, root, ZoneId.of("Europe/Berlin"), clock);
    for (int time = 0; time < 3; time++) {
      alarm.raise("delivery halted", "no mail leaves", "All wait.", "Run: paperboy doctor");
      alarm.raise("dump refused", "a dump is broken", "It is aside.", "Mend it.");
      clock.advance(Duration.ofMinutes(25));
    }
    List<Delivery> alerts = outbox.list(List.of(Delivery.State.PENDING), 9);
    assertThat(alerts).hasSize(2);
    assertThat(prepared(alerts.get(0)).envelope().recipient()).isEqualTo(root);
    clock.advance(Duration.ofHours(1));
    alarm.raise("dump refused", "a dump is broken", "It is aside.", "Mend it.");
    assertThat(outbox.list(List.of(Delivery.State.PENDING), 9)).hasSize(3);
  }

  private Asked subscribe(String interests) {
    return subscriptions.subscribe(ADA, interests, Origin.NO_MAIL);
  }

  private Confirmation confirm(String token) {
    return subscriptions.confirm(token, Origin.NO_MAIL);
  }

  private Subscriber add() {
    registrar.add(ADA, ROBOTS);
    return ada();
  }

  private Subscriber ada() {
    return subscribers.find(ADA).orElseThrow();
  }

  private State state() {
    return ada().standing().state();
  }

  /** Newest first. */
  private List<Delivery> sent() {
    return outbox.of(ada().id());
  }

  private OutgoingMail newest() {
    return prepared(sent().get(0));
  }

  private OutgoingMail prepared(Delivery delivery) {
    return ((Prepared.Ready) source.prepare(delivery)).mail();
  }

  private static String text(OutgoingMail mail) {
    return mail.body().text().toString();
  }

  private static String token(OutgoingMail mail, String page) {
    Matcher link =
        Pattern.compile("https://paperboy.example/" + page + "/([\\w-]{43})").matcher(text(mail));
    assertThat(link.find()).as(text(mail)).isTrue();
    return link.group(1);
  }
}
