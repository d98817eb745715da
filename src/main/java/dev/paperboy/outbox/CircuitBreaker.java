package dev.paperboy.outbox;

import dev.paperboy.mail.DeliveryResult;
import dev.paperboy.mail.DeliveryResult.Accepted;
import dev.paperboy.mail.Fault;
import dev.paperboy.mail.ReplyWording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a server refuses everybody instead of somebody: several refusals in a row in like
 * words, or too large a share of a dispatch. Whoever was refused in these words is then not to
 * blame. One for each dispatch; threads share it.
 *
 * <p>The numbers weigh two errors. Refusals that name a fault of ours blame nobody, so few are
 * enough; but one receiver's opinion must not stop the mail to all others, so they have to come for
 * more than one domain. Refusals that blame the recipient can be true of many readers of a list
 * that was imported: with a third of the addresses bad, ten in a row come once in 100,000 mails.
 */
final class CircuitBreaker {

  /** About our account at the server: it says the same to everybody. */
  private static final int ACCOUNT_IN_A_ROW = 3;

  /** About our host or our sender's address. */
  private static final int OURS_IN_A_ROW = 6;

  /** About the recipient, the message, or nothing that can be understood; whatever the domain. */
  private static final int IN_A_ROW = 10;

  /** A share says nothing of fewer results. */
  private static final int LEAST_RESULTS = 20;

  /** At the end of a dispatch, in which the last mails were all refused. */
  private static final int OURS_LAST = 3;

  private static final int LAST = 5;

  /** At the end of a dispatch in which no mail was taken. */
  private static final int NONE_TAKEN = 3;

  private final Map<ReplyWording, List<Refusal>> refusals = new HashMap<>();
  private final List<Refusal> inARow = new ArrayList<>();
  private int results;
  private int taken;
  private @Nullable Refusal trippedBy;

  /** What became of a mail; to be called as soon as it is known. */
  synchronized void note(Delivery delivery, DeliveryResult result) {
    if (result instanceof Accepted) {
      results++;
      taken++;
      inARow.clear();
      return;
    }
    Refusal.in(delivery, result).ifPresent(this::note);
  }

  private void note(Refusal refusal) {
    results++;
    if (!inARow.isEmpty() && !inARow.get(0).wording().equals(refusal.wording())) {
      inARow.clear();
    }
    inARow.add(refusal);
    refusals.computeIfAbsent(refusal.wording(), any -> new ArrayList<>()).add(refusal);
    if (trippedBy == null && (isTooManyInARow(refusal) || isTooLargeAShare(refusal))) {
      trippedBy = refusal;
    }
  }

  private boolean isTooManyInARow(Refusal last) {
    int most =
        switch (last.fault()) {
          case OUR_ACCOUNT -> ACCOUNT_IN_A_ROW;
          case OUR_HOST, OUR_SENDER -> OURS_IN_A_ROW;
          default -> IN_A_ROW;
        };
    return inARow.size() >= most && (!last.fault().isOurs() || isOfSeveralDomains(inARow));
  }

  private boolean isTooLargeAShare(Refusal last) {
    List<Refusal> alike = refusals.getOrDefault(last.wording(), List.of());
    return results >= LEAST_RESULTS && 2 * alike.size() >= results && isOfSeveralDomains(alike);
  }

  private static boolean isOfSeveralDomains(List<Refusal> some) {
    Set<String> domains = new HashSet<>();
    some.forEach(refusal -> domains.add(refusal.domain()));
    return domains.size() > 1;
  }

  /** No more mail follows in this dispatch: fewer refusals are enough to see that something is. */
  synchronized void end() {
    if (trippedBy != null || inARow.isEmpty()) {
      return;
    }
    Refusal last = inARow.get(inARow.size() - 1);
    boolean ours = last.fault().isOurs();
    int enough = taken == 0 ? (ours ? 1 : NONE_TAKEN) : (ours ? OURS_LAST : LAST);
    if (inARow.size() >= enough) {
      trippedBy = last;
    }
  }

  /** The refusal that was one too many; empty while all is well. */
  synchronized Optional<Refusal> trippedBy() {
    return Optional.ofNullable(trippedBy);
  }

  /** Everybody who was refused in the same words since the dispatch began, until now. */
  synchronized List<Refusal> refusedAlike() {
    return trippedBy == null
        ? List.of()
        : List.copyOf(refusals.getOrDefault(trippedBy.wording(), List.of()));
  }

  /** Why sending stopped, in words. */
  synchronized Optional<String> words() {
    return trippedBy().map(refusal -> words(refusal, refusedAlike().size()));
  }

  private static String words(Refusal refusal, int number) {
    return (number == 1 ? "the server refuses mail" : number + " mails were refused alike")
        + (refusal.fault() == Fault.RECIPIENT ? ", as if no reader existed: " : ": ")
        + refusal.reply();
  }
}
