package dev.paperboy.inbound;

import dev.paperboy.inbound.AnswerReader.Answer;
import dev.paperboy.inbound.Command.Verb;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tags;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.notice.Confirmation;
import dev.paperboy.notice.Confirmation.Matter;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.outbox.Outbox;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscriber.State;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does what people write, and sees to it that each mail has at most one answer, none goes to a
 * machine, and nobody can do anything in another's name: a letter counts as a reader's own only if
 * it came to the secret address that their mails are answered to, and names them as its author.
 * Threads may share it.
 */
public final class Correspondent {

  /** More answers than this get nobody on a day. */
  private static final int MOST_A_DAY = 20;

  private final Inbox inbox;
  private final Robots robots;
  private final AnswerReader answers;
  private final Tokens tokens;
  private final Outbox outbox;
  private final Readership readership;
  private final Subscriptions subscriptions;
  private final Obedience obedience;

  /**
   * @param own the other address of ours that mails come from
   */
  public Correspondent(
      Inbox inbox,
      EmailAddress own,
      Tokens tokens,
      Outbox outbox,
      Readership readership,
      Commanding commanding) {
    this.inbox = inbox;
    Set<EmailAddress> ours = Set.copyOf(List.of(inbox.address(), own));
    this.robots = new Robots(ours);
    this.answers = new AnswerReader(ours);
    this.tokens = tokens;
    this.outbox = outbox;
    this.readership = readership;
    this.subscriptions = commanding.subscriptions();
    this.obedience =
        new Obedience(subscriptions, readership, commanding.records(), commanding.clock());
  }

  /**
   * What commands are carried out with.
   *
   * @param clock tells what day it is
   */
  public record Commanding(Subscriptions subscriptions, ReaderRecords records, Clock clock) {}

  /**
   * What became of it; empty if nothing in it is understood, and it is nobody's to answer. Comes
   * after {@link #leave(Letter)}.
   */
  Optional<Outcome> take(Letter letter) {
    if (robots.wrote(letter.mail(), letter.from())) {
      return ignored("a machine wrote it, or it went to many");
    }
    Optional<Subscriber> holder = holder(letter);
    if (letter.from().isEmpty()) {
      return ofNobody(letter, holder);
    }
    if (letter.said().leaving() == Leaving.NO
        && subscriptions.noticesOfADay(letter.author()) >= MOST_A_DAY) {
      return ignored("its author got enough answers today");
    }
    Optional<Outcome> confirmed = confirmation(letter);
    return confirmed.isPresent() ? confirmed : obey(letter, holder);
  }

  /** Whether it came to the secret address of a reader, or answers a question of ours. */
  boolean isForReader(Letter letter) {
    return holder(letter).isPresent() || letter.tags(inbox, Use.CONFIRM).findAny().isPresent();
  }

  /** The reader whose secret address for answers it came to. */
  private Optional<Subscriber> holder(Letter letter) {
    return letter
        .tags(inbox, Use.REPLY)
        .flatMap(token -> tokens.holder(token, Purpose.REPLY).stream())
        .flatMap(id -> readership.subscribers().find(id).stream())
        .findFirst();
  }

  private Optional<Outcome> ofNobody(Letter letter, Optional<Subscriber> holder) {
    if (letter.mail().hasSeveralAuthors()) {
      return ignored("it names several authors");
    }
    Optional<Subscriber> reader = holder.filter(Correspondent::isOnList);
    if (reader.isPresent()) {
      return obedience.perhaps(letter, letter.command(inbox), reader.get());
    }
    // Somebody may have written it whose address is not ASCII: no mail can be sent there.
    return letter.mail().authorField().contains("@")
        ? Optional.empty()
        : ignored("it does not say who wrote it");
  }

  private static boolean isOnList(Subscriber reader) {
    State state = reader.standing().state();
    return state == State.ACTIVE || state == State.PAUSED;
  }

  /**
   * Ends the subscription if the mail has the token for that; empty if it has none. Who had the
   * mail with this token may do so, whatever address they write from and whatever the rest of the
   * mail looks like. A machine gets no answer.
   */
  Optional<Outcome> leave(Letter letter) {
    Stream<String> written =
        letter
            .said()
            .bySubject()
            .filter(command -> command.verb() == Verb.UNSUBSCRIBE)
            .map(Command::detail)
            .stream();
    return Stream.concat(letter.tags(inbox, Use.UNSUBSCRIBE), written)
        .flatMap(token -> tokens.holder(token, Purpose.UNSUBSCRIBE_MAIL).stream())
        .flatMap(id -> readership.subscribers().find(id).stream())
        .findFirst()
        .flatMap(reader -> leave(reader, letter, robots.wrote(letter.mail(), letter.from())));
  }

  private Optional<Outcome> leave(Subscriber reader, Letter letter, boolean robot) {
    if (robot) {
      readership.registrar().unsubscribe(reader, "by mail");
    } else {
      subscriptions.departures().leave(reader, "by mail", letter.origin());
    }
    return answered("unsubscribed");
  }

  /** An answer to a question of ours. */
  private Optional<Outcome> confirmation(Letter letter) {
    return letter
        .tags(inbox, Use.CONFIRM)
        .flatMap(token -> confirmation(letter, token).stream())
        .findFirst();
  }

  private Optional<Outcome> confirmation(Letter letter, String token) {
    if (!(subscriptions.look(token) instanceof Confirmation.Open open)
        || !open.subscriber().address().key().equals(letter.author().key())) {
      return Optional.empty();
    }
    Answer answer = answers.read(letter);
    // What was not read may be a no.
    boolean unsure = answer == Answer.YES && !letter.mail().isWhole();
    return switch (unsure ? Answer.NEITHER : answer) {
      case YES -> {
        subscriptions.confirm(token, letter.origin());
        yield answered("confirmed");
      }
      case NO -> refused(token);
      case NEITHER -> neither(letter, token, open);
    };
  }

  private Optional<Outcome> refused(String token) {
    subscriptions.refuse(token);
    return Optional.of(new Outcome(Kind.RECORDED, "said no"));
  }

  /** Another command, or words that nobody can take for an answer. */
  private Optional<Outcome> neither(Letter letter, String token, Confirmation.Open open) {
    Optional<Verb> verb = letter.command(inbox).map(Command::verb);
    if (verb.filter(Verb.UNSUBSCRIBE::equals).isPresent() && open.matter() == Matter.SUBSCRIPTION) {
      return refused(token);
    }
    if (verb.filter(asked -> asked != Verb.CONFIRM && asked != Verb.NO).isPresent()) {
      return Optional.empty();
    }
    if (AutomaticText.isIn(letter)) {
      return ignored("it reads like an automatic answer");
    }
    if (subscriptions.answersOfADay(letter.author(), Topic.UNCONFIRMED) > 0) {
      return ignored("its author was told today how to answer");
    }
    subscriptions.explain(open, letter.origin());
    return answered("told how to answer");
  }

  private Optional<Outcome> obey(Letter letter, Optional<Subscriber> holder) {
    Optional<Command> command = letter.command(inbox);
    boolean another =
        holder
            .filter(Correspondent::isOnList)
            .filter(r -> !r.address().key().equals(letter.author().key()))
            .isPresent();
    if (another) {
      return obedience.perhaps(letter, command, holder.orElseThrow());
    }
    Optional<Subscriber> reader = readership.subscribers().find(letter.author());
    State state = reader.map(r -> r.standing().state()).orElse(State.UNSUBSCRIBED);
    return switch (state) {
      case SUPPRESSED -> Optional.empty();
      case UNSUBSCRIBED, PENDING ->
          command.flatMap(asked -> obedience.stranger(letter, asked, reader));
      case ACTIVE, PAUSED ->
          isProven(letter, reader.orElseThrow(), holder)
              ? obedience.reader(letter, command, reader.orElseThrow())
              : obedience.perhaps(letter, command, reader.orElseThrow());
    };
  }

  private boolean isProven(Letter letter, Subscriber reader, Optional<Subscriber> holder) {
    boolean byTag = holder.filter(owner -> owner.id() == reader.id()).isPresent();
    return byTag || (inbox.tags() == Tags.NONE && answersMailOf(letter, reader));
  }

  /** Without tags, what only the reader can know is the Message-ID of a mail they got. */
  private boolean answersMailOf(Letter letter, Subscriber reader) {
    return Evidence.in(letter.mail(), null).messageIds().stream()
        .flatMap(id -> outbox.find(id).stream())
        .anyMatch(delivery -> delivery.order().subscriber() == reader.id());
  }

  private static Optional<Outcome> answered(String what) {
    return Optional.of(new Outcome(Kind.ANSWERED, what));
  }

  private static Optional<Outcome> ignored(String why) {
    return Optional.of(new Outcome(Kind.IGNORED, "ignored: " + why));
  }
}
