package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What in a report shows of which mail it speaks. All of it is as hostile as the mail; what counts
 * is that only who had the mail can know the seal, the Message-ID or the token in it.
 *
 * @param bounceAddresses where the report came to, and where the mail says its bounces go
 * @param messageIds of the returned mail, with angle brackets
 * @param tokens in its links for unsubscribing
 * @param recipients whom the report names
 */
record Evidence(
    List<EmailAddress> bounceAddresses,
    List<String> messageIds,
    List<String> tokens,
    List<EmailAddress> recipients) {

  /** More of each is not looked at. */
  private static final int MOST = 20;

  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^[> \\t]{0,8}message-id:\\s{0,9}(<[^<>\\s]{3,248}>)");
  private static final Pattern ANSWERED = Pattern.compile("<[^<>\\s]{3,248}>");
  private static final Pattern TOKEN = Pattern.compile("/unsubscribe/([A-Za-z0-9_-]{20,100})");
  private static final Pattern BOUNCES_TO =
      Pattern.compile("(?im)^[> \\t]{0,8}(?:return-path|original-mail-from):([^\\r\\n]{3,330})");

  /**
   * @param envelopeRecipient the address that the report came to, where the MTA tells
   */
  static Evidence in(InboundMail mail, @Nullable EmailAddress envelopeRecipient) {
    List<String> texts = mail.root().tree().filter(Evidence::isText).map(Evidence::text).toList();
    return new Evidence(
        Stream.concat(
                Stream.concat(Stream.ofNullable(envelopeRecipient), mail.arrivedAt()),
                all(BOUNCES_TO, texts).flatMap(InboundMail::addressesIn))
            .distinct()
            .limit(MOST)
            .toList(),
        Stream.concat(all(MESSAGE_ID, texts), answered(mail)).distinct().limit(MOST).toList(),
        all(TOKEN, texts).distinct().limit(MOST).toList(),
        recipients(mail.root()).distinct().limit(MOST).toList());
  }

  /** Some reports answer the mail that came back. */
  private static Stream<String> answered(InboundMail mail) {
    return Stream.of("In-Reply-To", "References")
        .flatMap(mail.root()::fields)
        .flatMap(field -> ANSWERED.matcher(field).results().map(found -> found.group()));
  }

  private static Stream<EmailAddress> recipients(Part root) {
    return root.tree()
        .filter(Evidence::isReport)
        .flatMap(part -> part.fieldBlocks().stream())
        .flatMap(Evidence::recipients);
  }

  private static Stream<EmailAddress> recipients(Head block) {
    return Stream.of("Final-Recipient", "Original-Recipient", "Original-Rcpt-To")
        .flatMap(name -> block.values(name))
        .flatMap(InboundMail::addressesIn);
  }

  private static boolean isReport(Part part) {
    return part.is(
        "message/delivery-status", "message/global-delivery-status", "message/feedback-report");
  }

  /** Parts that can show the returned mail: as it is, its head alone, or copied into words. */
  private static boolean isText(Part part) {
    return part.type().startsWith("text/") || part.type().startsWith("message/");
  }

  private static String text(Part part) {
    return part.type().startsWith("text/") ? part.text() : part.octets();
  }

  private static Stream<String> all(Pattern pattern, List<String> texts) {
    return texts.stream()
        .flatMap(text -> pattern.matcher(text).results().limit(MOST).map(found -> found.group(1)));
  }
}
