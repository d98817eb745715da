package dev.paperboy.web;

import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.subscriber.Change;
import dev.paperboy.subscriber.DigestSlots;
import dev.paperboy.subscriber.Readership;
import dev.paperboy.subscriber.Subscriber;
import dev.paperboy.subscriber.Tokens.Purpose;
import dev.paperboy.yaml.Problem;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /interests/{token}}: shows a reader's document, and takes the changed one. */
final class InterestsPage {

  private final Pages pages;
  private final LinkHolders holders;
  private final Readership readership;
  private final Clock clock;

  InterestsPage(Pages pages, LinkHolders holders, WebParts parts) {
    this.pages = pages;
    this.holders = holders;
    this.readership = parts.readership();
    this.clock = parts.clock();
  }

  void show(Context context) {
    Optional<Subscriber> holder = holders.of(context, Purpose.INTERESTS);
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    Parsed parsed = readership.parser().parse(holder.get().interests());
    Form form = new Form(holder.get().interests(), parsed.problems(), Outcome.SHOWN);
    show(context, 200, holder.get(), form);
  }

  void save(Context context) throws IOException {
    String written = RequestBody.field(context, "interests").orElseThrow(BadRequestResponse::new);
    Optional<Subscriber> holder = holders.of(context, Purpose.INTERESTS);
    if (holder.isEmpty()) {
      pages.show(context, 404, "bad-link", Map.of());
      return;
    }
    // Forms end lines with CR LF, whatever the reader wrote.
    String document = written.replace("\r\n", "\n");
    Change change = readership.registrar().changeInterests(holder.get(), document);
    if (change instanceof Change.Done done) {
      show(context, 200, done.subscriber(), new Form(document, List.of(), Outcome.SAVED));
    } else if (change instanceof Change.Rejected rejected) {
      show(context, 422, holder.get(), new Form(document, rejected.problems(), Outcome.REFUSED));
    } else {
      throw new IllegalStateException("a change of interests cannot end as " + change.getClass());
    }
  }

  private record Form(String document, List<Problem> problems, Outcome outcome) {}

  /** What became of the document in the form. */
  private enum Outcome {
    SHOWN,
    SAVED,
    REFUSED
  }

  private void show(Context context, int status, Subscriber subscriber, Form form) {
    Optional<Interests> valid = readership.parser().parse(subscriber.interests()).interests();
    Map<String, Object> values = new HashMap<>();
    values.put("address", subscriber.address().masked());
    values.put("state", subscriber.standing().state().word());
    values.put("next", new NextDigest(clock.instant()).of(subscriber, valid));
    valid
        .map(interests -> interests.digest().rhythm())
        .ifPresent(
            r ->
                values.put(
                    "rhythm",
                    "%s at %s, %s".formatted(DigestSlots.describe(r), r.at(), r.timezone())));
    values.put("document", form.document());
    values.put("problems", form.problems().stream().map(InterestsPage::lines).toList());
    values.put("ways", holders.ways(context, subscriber));
    values.put("outcome", form.outcome().name().toLowerCase(Locale.ROOT));
    pages.show(context, status, "interests", values);
  }

  /** The problem with its place, the line, and a caret below the place. */
  private static Map<String, Object> lines(Problem problem) {
    // A tab would be wider than the one column that it counts.
    String source = problem.source().replace('\t', ' ');
    int indent = Math.min(problem.column() - 1, source.codePointCount(0, source.length()));
    return Map.of(
        "line", problem.line(),
        "column", problem.column(),
        "message", problem.message(),
        "source", source,
        "caret", " ".repeat(Math.max(0, indent)) + "^");
  }
}
