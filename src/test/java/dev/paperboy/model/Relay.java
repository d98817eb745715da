package dev.paperboy.model;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.DeliveryResult.InDoubt;
import dev.paperboy.mail.DeliveryResult.SenderFault;
import dev.paperboy.mail.DeliveryResult.TransientFailure;
import dev.paperboy.mail.DeliveryResult.TransientFailure.Cause;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.mail.Transport;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where mails go: tells each to the model, and answers as it says. */
final class Relay implements Transport {

  private static final Pattern PAPER = Pattern.compile("Paper n(\\d+)");

  private final Receiver receiver;

  Relay(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Takes mails, or does not. */
  interface Receiver {
    /** Told when the mail begins: what becomes of it. */
    Fate begins(String recipient, String messageId, Set<Integer> papers);
  }

  /** What becomes of a mail. */
  enum Fate {
    ACCEPTED,
    DEFERRED,
    /** Taken, and the answer is lost. */
    TAKEN_UNANSWERED,
    /** Not taken, and nobody says so. */
    LOST_UNANSWERED,
    /** The way out is blocked. */
    BLOCKED,
    /** The process dies before the mail is taken. */
    DIES_BEFORE,
    /** The process dies after the mail was taken. */
    DIES_AFTER
  }

  /** The process dies. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death() {
      super("the process dies", null, false, false);
    }
  }

  @Override
  public String describe() {
    return "the relay of the model";
  }

  @Override
  public Connection connect() {
    return new Connection() {
      @Override
      public DeliveryResult send(OutgoingMail mail) {
        return answer(
            receiver.begins(
                mail.envelope().recipient().toString(), mail.head().messageId(), papers(mail)));
      }

      @Override
      public void close() {}
    };
  }

  private static Set<Integer> papers(OutgoingMail mail) {
    return PAPER
        .matcher(mail.body().text().toString())
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DeliveryResult answer(Fate fate) {
    return switch (fate) {
      case ACCEPTED -> new Accepted("250 taken");
      case DEFERRED -> new TransientFailure("450 later", Cause.RECIPIENT);
      case TAKEN_UNANSWERED, LOST_UNANSWERED -> new InDoubt("connection lost");
      case BLOCKED -> new SenderFault("no connection");
      case DIES_BEFORE, DIES_AFTER -> throw new Death();
    };
  }
}
