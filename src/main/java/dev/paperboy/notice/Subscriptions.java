package dev.paperboy.notice;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.notice.Notice.Kind;
import dev.paperboy.notice.Notice.Lately;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.store.Store;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Grant;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What readers ask for, by web or mail, each with the notice that answers it: the change and its
 * mail in the outbox are one transaction. What is not answered by mail goes to the {@link
 * Registrar} alone. Threads may share it.
 */
public final class Subscriptions {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Jdbi jdbi;
  private final Readership readership;
  private final Subscribers subscribers;
  private final Registrar registrar;
  private final InterestsParser parser;
  private final Notices notices;
  private final Tokens tokens;
  private final Signups signups;
  private final Confirmations confirmations;
  private final Departures departures;
  private final PageChanges byPage;
  private final Function<Interests, Lately> lately;
  private final Clock clock;

  /** What questions are asked with: the tokens that answer them, and how many there may be. */
  public record Asking(Tokens tokens, OptIns optIns) {}

  /**
   * @param lately tries interests on the last days
   */
  public Subscriptions(
      Store store,
      Readership readership,
      Notices notices,
      Asking asking,
      Function<Interests, Lately> lately,
      Clock clock) {
    this.jdbi = store.jdbi();
    this.readership = readership;
    this.subscribers = readership.subscribers();
    this.registrar = readership.registrar();
    this.parser = readership.parser();
    this.notices = notices;
    this.tokens = asking.tokens();
    this.signups = new Signups(store, readership, notices, asking.optIns(), clock);
    this.confirmations = new Confirmations(readership, notices, tokens, asking.optIns().history());
    this.departures = new Departures(jdbi, readership, notices, signups, clock);
    this.byPage = new PageChanges(jdbi, readership, notices, tokens, clock);
    this.lately = lately;
    this.clock = clock;
  }

  /** The changes that a page answers by itself. */
  public PageChanges byPage() {
    return byPage;
  }

  /**
   * Somebody wants this address on the list. Its owner is asked to confirm exactly these interests,
   * as often as {@link OptIns} allow; what is stored about a known address changes only then. Who
   * is on the list already gets their interests, at most once a day; to an address that refused
   * mail nothing is sent. The answer is the same for all of them.
   *
   * @param interests the YAML document to begin with
   */
  public Asked subscribe(EmailAddress address, String interests, Origin origin) {
    return signups.subscribe(address, interests, false, origin);
  }

  /**
   * The same for somebody whose own interests could not be read: the question says so, and names
   * nothing of them, as nobody has proved yet who wrote them.
   *
   * @param instead the YAML document to begin with
   */
  public Asked subscribeUnread(EmailAddress address, String instead, Origin origin) {
    return signups.subscribe(address, instead, true, origin);
  }

  /**
   * Asks somebody who did not confirm in time once more, as often as a sign-up would.
   *
   * @return false if this subscriber was not asked since they joined or left
   */
  public boolean askAgain(Subscriber reader, Origin origin) {
    return signups.askAgain(reader, origin);
  }

  /** Whether the subscriber has been asked to confirm lately and has not answered. */
  public boolean isAsked(Subscriber reader) {
    return signups.isAsked(reader);
  }

  /**
   * Forgets who never confirmed.
   *
   * @return how many
   */
  public int forgetUnconfirmed() {
    return signups.forgetUnconfirmed();
  }

  /** What {@link #confirm} would do; changes nothing, so it is for GET. */
  public Confirmation look(String token) {
    return confirmations.look(token);
  }

  /**
   * Says yes to what a notice asked: a sign-up becomes a subscription with what the question
   * showed, and is welcomed; one who left comes back. Works once, within 48 hours (after leaving:
   * 30 days). Other questions to the same subscriber are not open any more.
   *
   * @param token of a page, or of an address
   */
  public Confirmation confirm(String token, Origin origin) {
    return jdbi.inTransaction(
        db -> {
          Optional<Grant> grant = confirmations.grant(token);
          Confirmation found = grant.map(confirmations::judge).orElseGet(Confirmation.Unknown::new);
          if (!(found instanceof Confirmation.Open open) || !tokens.spend(grant.orElseThrow())) {
            return found;
          }
          NoticeContent asked = notices.find(open.notice()).orElseThrow().content();
          if (asked instanceof NoticeContent.Answer answer) {
            return fulfil(open, Objects.requireNonNull(answer.wish()), origin);
          }
          return carryOut(open, asked) ? welcome(open, origin) : confirmations.look(token);
        });
  }

  private boolean carryOut(Confirmation.Open open, NoticeContent asked) {
    if (asked instanceof NoticeContent.Confirm question) {
      return signups.confirm(open.subscriber(), question);
    }
    registrar.resume(open.subscriber());
    signups.returned(open.subscriber());
    return true;
  }

  private Confirmation welcome(Confirmation.Open open, Origin origin) {
    Subscriber now = reread(open.subscriber());
    notices.queue(now, NoticeContent.Welcome.of(now, readership), origin);
    return new Confirmation.Done(now, open.matter());
  }

  /**
   * Says no to what a notice asked. Whoever does not want a subscription is not asked again for a
   * year; of another wish nothing is done.
   *
   * @param token of a page, or of an address
   */
  public Confirmation refuse(String token) {
    return jdbi.inTransaction(
        db -> {
          Optional<Grant> grant = confirmations.grant(token);
          Confirmation found = grant.map(confirmations::judge).orElseGet(Confirmation.Unknown::new);
          if (!(found instanceof Confirmation.Open open)
              || open.matter() == Matter.RETURN
              || !tokens.spend(grant.orElseThrow())) {
            return found;
          }
          if (open.matter() == Matter.SUBSCRIPTION) {
            signups.refuse(open.subscriber(), "did not want it");
          }
          return new Confirmation.Refused(reread(open.subscriber()), open.matter());
        });
  }

  private Confirmation fulfil(Confirmation.Open open, Wish wish, Origin origin) {
    fulfil(open.subscriber(), wish, origin);
    return new Confirmation.Done(reread(open.subscriber()), open.matter());
  }

  /** Does what a reader wishes, who has proved that it is them, and answers it. */
  public void fulfil(Subscriber reader, Wish wish, Origin origin) {
    jdbi.useTransaction(
        db -> {
          switch (wish.kind()) {
            case PAUSE -> pause(reader, wish.detail(), origin);
            case RESUME -> {
              registrar.resume(reader);
              notices.queue(reader, NoticeContent.Answer.of(Topic.RESUMED), origin);
            }
            case LEAVE -> departures.leave(reader, "by mail", origin);
            case CHANGE -> changeInterests(reader, wish.detail(), origin);
          }
        });
  }

  private void pause(Subscriber reader, String day, Origin origin) {
    registrar.pause(reader, day.isEmpty() ? null : LocalDate.parse(day));
    Topic topic = day.isEmpty() ? Topic.PAUSED : Topic.PAUSED_UNTIL;
    notices.queue(reader, NoticeContent.Answer.of(topic, day, List.of(), ""), origin);
  }

  /** Asks the reader whether the wish is theirs: by a link, or an answer. */
  public void ask(Subscriber reader, Wish wish, Origin origin) {
    notices.queue(
        reader,
        new NoticeContent.Answer(
            Topic.REQUEST, "", List.of(wish.kind().word() + " " + shown(wish)), "", wish, null),
        origin);
  }

  /** What somebody else may have written is not sent on. */
  private static String shown(Wish wish) {
    return wish.kind() == Wish.Kind.PAUSE ? wish.detail() : "";
  }

  /**
   * Answers a mail.
   *
   * @param reader null: whoever has this address is not on the list
   */
  public void answer(EmailAddress to, @Nullable Subscriber reader, Reply reply, Origin origin) {
    notices.queue(
        to,
        reader == null ? 0 : reader.id(),
        NoticeContent.Answer.of(reply.topic(), "", reply.items(), reply.document()),
        reply.topic().word(),
        origin);
  }

  /** Says how to answer the question of that notice, to which neither yes nor no was said. */
  public void explain(Confirmation.Open open, Origin origin) {
    Subscriber reader = open.subscriber();
    notices.queue(
        reader.address(),
        reader.id(),
        new NoticeContent.Answer(Topic.UNCONFIRMED, "", List.of(), "", null, open.notice()),
        Topic.UNCONFIRMED.word(),
        origin);
  }

  /** What an answer says beside the sentences of its topic. */
  public record Reply(Topic topic, List<String> items, String document) {
    public Reply {
      items = List.copyOf(items);
    }
  }

  /** How many answers about this the address got in the last 24 hours. */
  public int answersOfADay(EmailAddress to, Topic topic) {
    return notices.count(to, Kind.ANSWER, topic.word(), clock.instant().minus(A_DAY));
  }

  /** How many notices of all kinds the address got in the last 24 hours. */
  public int noticesOfADay(EmailAddress to) {
    return notices.count(to, clock.instant().minus(A_DAY));
  }

  /** Sends the reader their document, to be edited in the answer. */
  public void sendInterests(Subscriber reader, Origin origin) {
    notices.queue(reader, new NoticeContent.Document(reader.interests()), origin);
  }

  /**
   * Replaces the interests document and tells the reader by mail what changed, what is wrong, what
   * it would have found on the last days, and how to take it back. One that says the same as the
   * old one is not stored: {@link Changed.Same}, told as well.
   */
  public Changed changeInterests(Subscriber reader, String document, Origin origin) {
    return changeInterests(reader, document, false, origin);
  }

  /**
   * The same.
   *
   * @param repaired whether the document is told to have been mended
   */
  public Changed changeInterests(
      Subscriber reader, String document, boolean repaired, Origin origin) {
    Parsed after = parser.parse(document);
    if (after.interests().isEmpty()) {
      NoticeContent refused =
          new NoticeContent.Changes(Differences.NONE, after.problems(), repaired, null, null);
      notices.queue(reader, refused, origin);
      return new Changed.Rejected(after.problems());
    }
    Interests fresh = after.interests().get();
    Difference difference =
        Differences.between(parser.parse(reader.interests()).interests(), fresh);
    Lately found = lately.apply(fresh);
    boolean same = difference.isEmpty() && reader.interests().equals(document);
    return jdbi.inTransaction(
        db -> {
          if (!same) {
            registrar.changeInterests(reader, document);
          }
          String previous = difference.isEmpty() ? null : reader.interests();
          notices.queue(
              reader,
              new NoticeContent.Changes(difference, List.of(), repaired, found, previous),
              origin);
          return difference.isEmpty()
              ? new Changed.Same(reread(reader))
              : new Changed.Done(reread(reader));
        });
  }

  /** Whether {@link #undo} would find something to take back; changes nothing. */
  public Optional<Subscriber> lookUndo(String token) {
    return tokens
        .grant(token, Purpose.UNDO)
        .filter(grant -> !grant.used() && !grant.expired())
        .flatMap(grant -> subscribers.find(grant.subscriber()));
  }

  /** Brings back the document from before a change, once, and tells the reader. */
  public Changed undo(String token, Origin origin) {
    return jdbi.inTransaction(
        db -> {
          Optional<Subscriber> reader = lookUndo(token);
          Optional<Grant> grant = tokens.grant(token, Purpose.UNDO);
          Optional<String> previous = grant.flatMap(found -> notices.previous(found.notice()));
          return reader.isPresent() && previous.isPresent() && tokens.spend(grant.orElseThrow())
              ? changeInterests(reader.get(), previous.get(), origin)
              : new Changed.Nothing();
        });
  }

  /** How readers leave, come back and are forgotten. */
  public Departures departures() {
    return departures;
  }

  private Subscriber reread(Subscriber reader) {
    return subscribers.find(reader.id()).orElseThrow();
  }
}
