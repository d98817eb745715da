package dev.paperboy.notice;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.notice.Notice.Difference;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Registrar;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Subscribers;
import dev.paperboy.subscriber.Tokens;
import dev.paperboy.subscriber.Tokens.Grant;
import dev.paperboy.subscriber.Tokens.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Changes of interests by a page, which says itself what changed: no mail tells of them, but they
 * can be taken back as those are that a mail tells of. Threads may share it.
 */
public final class PageChanges {

  private final Jdbi jdbi;
  private final Subscribers subscribers;
  private final Registrar registrar;
  private final InterestsParser parser;
  private final Notices notices;
  private final Tokens tokens;
  private final Clock clock;

  PageChanges(Jdbi jdbi, Readership readership, Notices notices, Tokens tokens, Clock clock) {
    this.jdbi = jdbi;
    this.subscribers = readership.subscribers();
    this.registrar = readership.registrar();
    this.parser = readership.parser();
    this.notices = notices;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Replaces the interests document. */
  public Saved save(Subscriber reader, String document) {
    Parsed parsed = parser.parse(document);
    return parsed.interests().isEmpty()
        ? new Saved.Rejected(parsed.problems())
        : save(reader, document, parsed.interests().get());
  }

  private Saved save(Subscriber reader, String document, Interests fresh) {
    if (document.equals(reader.interests())) {
      return new Saved.Done(reader, Differences.NONE, "");
    }
    Difference difference =
        Differences.between(parser.parse(reader.interests()).interests(), fresh);
    NoticeContent told =
        new NoticeContent.Changes(difference, List.of(), false, null, reader.interests());
    long notice =
        jdbi.inTransaction(
            db -> {
              registrar.changeInterests(reader, document);
              return notices.keep(reader, told);
            });
    String undo =
        tokens.of(reader, Purpose.UNDO, notice, clock.instant().plus(NoticeLinks.TO_TURN_BACK));
    return new Saved.Done(subscribers.find(reader.id()).orElseThrow(), difference, undo);
  }

  /** Brings back the document from before a change of this reader, once. */
  public Saved undo(Subscriber reader, String token) {
    Optional<Grant> grant =
        tokens
            .grant(token, Purpose.UNDO)
            .filter(found -> !found.used() && !found.expired())
            .filter(found -> found.subscriber() == reader.id());
    Optional<String> previous = grant.flatMap(found -> notices.previous(found.notice()));
    boolean readable = previous.filter(old -> parser.parse(old).problems().isEmpty()).isPresent();
    return readable && tokens.spend(grant.orElseThrow())
        ? save(reader, previous.orElseThrow())
        : new Saved.Nothing();
  }
}
