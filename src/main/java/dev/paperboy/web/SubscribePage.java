package dev.paperboy.web;

import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Asked;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /subscribe}: an address, some topics as plain words, and the hour for the mail. The
 * answer is the same for every address, known or not; what there is to say about it goes there by
 * mail.
 */
final class SubscribePage {

  private static final int MOST_TOPICS = 20;

  private final Pages pages;
  private final Subscriptions subscriptions;
  private final FirstInterests first;

  SubscribePage(Pages pages, WebParts parts) {
    this.pages = pages;
    this.subscriptions = parts.subscriptions();
    this.first = new FirstInterests(parts.readership().parser());
  }

  void subscribe(Context context) {
    String written = RequestBody.field(context, "email").orElse("").strip();
    String topics = RequestBody.field(context, "topics").orElse("");
    if (!RequestBody.field(context, "website").orElse("").isEmpty()) {
      answer(context, 200, "asked"); // Only what fills in everything sees that field.
      return;
    }
    Optional<EmailAddress> address = EmailAddress.parse(written);
    if (address.isEmpty()) {
      answer(context, 422, "no_address");
      return;
    }
    Optional<String> usual = first.document(words(topics));
    if (usual.isEmpty()) {
      answer(context, 422, "no_topics");
      return;
    }
    String wanted = first.with(wishes(context), usual.get());
    Asked asked = subscriptions.subscribe(address.get(), wanted, Origin.NO_MAIL);
    if (asked instanceof Asked.TooMany busy) {
      throw TooOften.fromAll(busy.retryAfter());
    }
    boolean fit = asked instanceof Asked.Done;
    answer(context, fit ? 200 : 422, fit ? "asked" : "no_hour");
  }

  /** Those that were sent. */
  private static Map<String, String> wishes(Context context) {
    Map<String, String> wishes = new HashMap<>();
    for (String key : List.of("at", "timezone")) {
      RequestBody.field(context, key)
          .filter(value -> !value.isBlank())
          .ifPresent(value -> wishes.put(key, value.strip()));
    }
    return wishes;
  }

  /** One topic a line, or several with commas between them. */
  private static List<String> words(String topics) {
    return topics
        .lines()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .limit(MOST_TOPICS)
        .toList();
  }

  private void answer(Context context, int status, String outcome) {
    pages.show(context, status, "answer", Map.of("matter", "subscribe." + outcome));
  }
}
