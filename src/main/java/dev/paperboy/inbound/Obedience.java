package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import dev.paperboy.inbound.Outcome.Kind;
import dev.paperboy.interest.InterestsPrinter;
import dev.paperboy.interest.OutlineEditor;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Asked;
import dev.paperboy.notice.Notice.Topic;
import dev.paperboy.notice.Subscriptions;
import dev.paperboy.notice.Subscriptions.Reply;
import dev.paperboy.notice.Wish;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands: how far depends on who asks. Threads may share it.
 *
 * @param records what there is to tell about a reader
 */
record Obedience(
    Subscriptions subscriptions, Readership readership, ReaderRecords records, Clock clock) {

  private static final List<Topic> ERRORS = List.of(Topic.UNKNOWN, Topic.STRANGER, Topic.NO_DAY);

  /** Nobody is to fill a reader's mailbox in their name. */
  private static final int MOST_UNPROVEN = 5;

  /** So many answers a day to who seems to want to leave; each has the link for it. */
  private static final int MOST_LEAVING = 10;

  private static final Command LEAVE = new Command(Verb.UNSUBSCRIBE, "");

  /** Who is not on the list, or has not confirmed. */
  Optional<Outcome> stranger(Letter letter, Command command, Optional<Subscriber> reader) {
    boolean asked = reader.filter(subscriptions::isAsked).isPresent();
    return switch (command.verb()) {
      case SUBSCRIBE, RESUME -> subscribe(letter);
      case UNSUBSCRIBE, NO -> {
        if (asked) {
          subscriptions.departures().leave(reader.orElseThrow(), "by mail", letter.origin());
        }
        yield asked ? done("will not be asked again") : error(letter, Topic.STRANGER, null);
      }
      case HELP -> help(letter, reader.orElse(null));
      default ->
          asked && subscriptions.askAgain(reader.orElseThrow(), letter.origin())
              ? done("asked to confirm, if that was not asked too often")
              : error(letter, Topic.STRANGER, null);
    };
  }

  private Optional<Outcome> subscribe(Letter letter) {
    String document =
        letter
            .said()
            .block()
            .map(MarkedBlock::document)
            .or(letter.said()::document)
            .orElseGet(() -> starter(letter.said().topics()));
    Asked asked = subscriptions.subscribe(letter.author(), document, letter.origin());
    if (asked instanceof Asked.Rejected) {
      asked = subscriptions.subscribeUnread(letter.author(), starter(List.of()), letter.origin());
    }
    if (asked instanceof Asked.TooMany) {
      return Optional.empty(); // Kept for the operator: most of them are nobody's wish.
    }
    return done("asked to confirm, or told that they are on the list");
  }

  private static String starter(List<String> topics) {
    return new InterestsPrinter().starter(topics);
  }

  /** A reader, proven. */
  Optional<Outcome> reader(Letter letter, Optional<Command> command, Subscriber reader) {
    Optional<MarkedBlock> block = letter.said().block();
    if (letter.firstLine().isEmpty() && letter.said().leaving() == Leaving.YES) {
      return reader(letter, LEAVE, reader);
    }
    boolean edited = block.filter(b -> !b.equalsDocument(reader.interests())).isPresent();
    boolean same = block.isPresent() && letter.said().leaving() == Leaving.NO;
    if (letter.firstLine().isEmpty() && (edited || (same && command.isEmpty()))) {
      MarkedBlock found = block.orElseThrow();
      subscriptions.changeInterests(
          reader,
          edited ? found.document() : reader.interests(),
          edited && found.repaired(),
          letter.origin());
      return done("interests by mail");
    }
    if (command.isEmpty()) {
      return AutomaticText.isIn(letter)
          ? ignored("it reads like an automatic answer")
          : error(letter, Topic.UNKNOWN, reader);
    }
    return reader(letter, command.get(), reader);
  }

  private Optional<Outcome> reader(Letter letter, Command command, Subscriber reader) {
    if (tells(command.verb())) {
      return tell(letter, command.verb(), reader);
    }
    Optional<Wish> wish = wish(command, reader);
    if (wish.isEmpty()) {
      return puzzled(letter, command, reader);
    }
    subscriptions.fulfil(reader, wish.get(), letter.origin());
    return done(wish.get().kind().word() + " by mail");
  }

  /**
   * Somebody who may be this reader. What is only told goes to the reader's own address; a change
   * has to be confirmed from there.
   */
  Optional<Outcome> perhaps(Letter letter, Optional<Command> command, Subscriber reader) {
    Optional<String> document = letter.said().block().map(MarkedBlock::document);
    boolean leaving = wantsToLeave(letter, command, document.isPresent());
    int most = leaving ? MOST_LEAVING : MOST_UNPROVEN;
    if (subscriptions.noticesOfADay(reader.address()) >= most) {
      return ignored("the reader got enough answers to mails that may be anybody's");
    }
    if (leaving) {
      subscriptions.ask(reader, new Wish(Wish.Kind.LEAVE, ""), letter.origin());
      return done("asked whether it was them who want to leave");
    }
    if (command.isEmpty() && document.isEmpty()) {
      return Optional.empty();
    }
    if (command.isPresent() && tells(command.get().verb())) {
      return tell(letter, command.get().verb(), reader);
    }
    Optional<Wish> wish =
        command
            .flatMap(asked -> wish(asked, reader))
            .or(
                () ->
                    document
                        .filter(
                            written -> readership.parser().parse(written).interests().isPresent())
                        .map(written -> new Wish(Wish.Kind.CHANGE, written)));
    if (wish.isEmpty()) {
      return puzzled(letter, command.orElse(new Command(Verb.LESS, "")), reader);
    }
    subscriptions.ask(reader, wish.get(), letter.origin());
    return done("asked whether it was them");
  }

  /** Who may be anybody is asked already at a word that may mean it. */
  private static boolean wantsToLeave(
      Letter letter, Optional<Command> command, boolean hasDocument) {
    if (letter.firstLine().isPresent()) {
      return letter.firstLine().get().verb() == Verb.UNSUBSCRIBE;
    }
    Leaving leaving = letter.said().leaving();
    boolean other = hasDocument || command.filter(c -> c.verb() != Verb.UNSUBSCRIBE).isPresent();
    return leaving == Leaving.YES || (leaving == Leaving.MAYBE && !other);
  }

  private Optional<Outcome> puzzled(Letter letter, Command command, Subscriber reader) {
    return switch (command.verb()) {
      case PAUSE -> error(letter, Topic.NO_DAY, reader);
      case LESS -> tell(letter, Verb.INTERESTS, reader);
      default -> error(letter, Topic.UNKNOWN, reader);
    };
  }

  private static boolean tells(Verb verb) {
    return switch (verb) {
      case INTERESTS, WHY, EXPORT, HELP, SUBSCRIBE -> true;
      default -> false;
    };
  }

  private Optional<Outcome> tell(Letter letter, Verb verb, Subscriber reader) {
    switch (verb) {
      case WHY -> answer(letter, reader, new Reply(Topic.WHY, records.lately(reader), ""));
      case EXPORT ->
          answer(letter, reader, new Reply(Topic.EXPORT, List.of(), records.everything(reader)));
      case HELP -> answer(letter, reader, new Reply(Topic.HELP, List.of(), ""));
      case SUBSCRIBE ->
          subscriptions.subscribe(reader.address(), reader.interests(), letter.origin());
      default -> subscriptions.sendInterests(reader, letter.origin());
    }
    return done("told the reader");
  }

  /** What the command changes; empty if it cannot be read. */
  private Optional<Wish> wish(Command command, Subscriber reader) {
    return switch (command.verb()) {
      case PAUSE ->
          command.detail().isEmpty()
              ? Optional.of(new Wish(Wish.Kind.PAUSE, ""))
              : PauseDay.read(command.detail(), readership.day(reader, clock.instant()))
                  .map(day -> new Wish(Wish.Kind.PAUSE, day.toString()));
      case RESUME -> Optional.of(new Wish(Wish.Kind.RESUME, ""));
      case UNSUBSCRIBE -> Optional.of(new Wish(Wish.Kind.LEAVE, ""));
      case LESS ->
          muted(reader.interests(), command.detail().lines().toList())
              .map(document -> new Wish(Wish.Kind.CHANGE, document));
      default -> Optional.empty();
    };
  }

  private Optional<String> muted(String document, List<String> terms) {
    OutlineEditor editor = new OutlineEditor(readership.parser());
    Optional<String> changed = Optional.of(document);
    for (String term : terms) {
      changed = changed.flatMap(text -> editor.mute(text, term));
    }
    return changed;
  }

  private Optional<Outcome> help(Letter letter, @Nullable Subscriber reader) {
    if (subscriptions.answersOfADay(letter.author(), Topic.HELP) > 0) {
      return ignored("its author got that answer today");
    }
    answer(letter, reader, new Reply(Topic.HELP, List.of(), ""));
    return done("sent help");
  }

  /**
   * At most one of these goes to an address in a day, but to who wants to leave: the answer has the
   * link for it.
   */
  private Optional<Outcome> error(Letter letter, Topic topic, @Nullable Subscriber reader) {
    EmailAddress to = addressee(letter, reader);
    int most = reader != null && letter.said().leaving() != Leaving.NO ? MOST_LEAVING : 1;
    int told = ERRORS.stream().mapToInt(each -> subscriptions.answersOfADay(to, each)).sum();
    if (told >= most) {
      return ignored("its author was told today that a mail was not understood");
    }
    answer(letter, reader, new Reply(topic, List.of(), ""));
    return done("said that it was not understood");
  }

  private void answer(Letter letter, @Nullable Subscriber reader, Reply reply) {
    subscriptions.answer(addressee(letter, reader), reader, reply, letter.origin());
  }

  /** What is told about a reader goes to the reader, whoever asked. */
  private static EmailAddress addressee(Letter letter, @Nullable Subscriber reader) {
    return reader == null ? letter.author() : reader.address();
  }

  private static Optional<Outcome> done(String what) {
    return Optional.of(new Outcome(Kind.ANSWERED, what));
  }

  private static Optional<Outcome> ignored(String why) {
    return Optional.of(new Outcome(Kind.IGNORED, "ignored: " + why));
  }
}
