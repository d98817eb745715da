package dev.paperboy.web;

import dev.paperboy.interest.InterestsPrinter;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.notice.Asked;
import dev.paperboy.notice.Origin;
import dev.paperboy.notice.Subscriptions;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /subscribe}: an address and some topics, as plain words. The answer is the same for
 * every address, known or not; what there is to say about it goes there by mail.
 */
final class SubscribePage {

  private static final int MOST_TOPICS = 20;

  private final Pages pages;
  private final Subscriptions subscriptions;

  SubscribePage(Pages pages, Subscriptions subscriptions) {
    this.pages = pages;
    this.subscriptions = subscriptions;
  }

  void subscribe(Context context) throws IOException {
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
    List<String> words = words(topics);
    boolean fit = !words.isEmpty() && subscribe(address.get(), words) instanceof Asked.Done;
    answer(context, fit ? 200 : 422, fit ? "asked" : "no_topics");
  }

  private Asked subscribe(EmailAddress address, List<String> words) {
    String interests = new InterestsPrinter().starter(words);
    return subscriptions.subscribe(address, interests, Origin.NO_MAIL);
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
