package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tag;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.notice.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person wrote.
 *
 * @param author who says they wrote it, which alone proves nothing
 * @param arrivals our addresses that it came to, as far as is known
 */
record Letter(InboundMail mail, EmailAddress author, List<EmailAddress> arrivals, MailWords words) {

  /** More addresses are not looked at. */
  private static final int MOST = 20;

  private static final int MOST_TOPICS = 20;
  private static final int LONGEST_TOPIC = 80;

  static Letter of(InboundMail mail, EmailAddress author, @Nullable EmailAddress recipient) {
    List<EmailAddress> arrivals =
        Stream.concat(Stream.ofNullable(recipient), mail.arrivedAt())
            .distinct()
            .limit(MOST)
            .toList();
    return new Letter(mail, author, arrivals, MailWords.of(mail));
  }

  Origin origin() {
    return Origin.mail(mail.messageId());
  }

  /** The tokens for this use in the addresses it came to. */
  Stream<String> tags(Inbox inbox, Use use) {
    return arrivals.stream()
        .flatMap(address -> inbox.tagOf(address).stream())
        .filter(tag -> tag.use() == use)
        .map(Tag::value);
  }

  /** The first line that is more than a greeting, as a command. */
  Optional<Command> firstLine() {
    return words.own().stream()
        .dropWhile(CommandReader::isGreeting)
        .takeWhile(line -> !MarkedBlock.isMarker(line) && !line.startsWith("- "))
        .findFirst()
        .flatMap(CommandReader::read);
  }

  /** What it asks for; who asks for a subscription by address or subject may write topics below. */
  Optional<Command> command(Inbox inbox) {
    Optional<Command> subject = CommandReader.read(mail.subject());
    Optional<Command> address =
        arrivals.stream().flatMap(to -> named(to, inbox).stream()).findFirst();
    return Stream.of(subject, address)
        .flatMap(Optional::stream)
        .filter(command -> command.verb() == Verb.SUBSCRIBE)
        .findFirst()
        .or(this::firstLine)
        .or(() -> subject)
        .or(() -> address);
  }

  private static Optional<Command> named(EmailAddress to, Inbox inbox) {
    if (!to.domain().equals(inbox.address().domain())) {
      return Optional.empty();
    }
    String local = to.local().toLowerCase(Locale.ROOT);
    String prefix = inbox.address().local().toLowerCase(Locale.ROOT) + "+";
    return CommandReader.ofAddress(
        local.startsWith(prefix) ? local.substring(prefix.length()) : local);
  }

  /** A document that stands in it without marker lines. */
  Optional<String> document() {
    List<String> lines = words.lines().stream().map(MarkedBlock::plain).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("interests:")) {
        List<String> rest = lines.subList(i, lines.size());
        return Optional.of(
            String.join(
                    "\n", rest.stream().takeWhile(line -> !line.matches("(>|-- ?$).*")).toList())
                + "\n");
      }
    }
    return Optional.empty();
  }

  /** Topics, one a line or with commas between, up to the first empty line. */
  List<String> topics() {
    List<String> lines = new ArrayList<>(words.ownWithGaps());
    while (!lines.isEmpty() && (lines.get(0).isEmpty() || isCommand(lines.get(0)))) {
      lines.remove(0);
    }
    return lines.stream()
        .takeWhile(line -> !line.isEmpty())
        .flatMap(line -> Stream.of(line.split("[,;]")))
        .map(topic -> MarkedBlock.plain(topic).replaceFirst("^\\s*[-*]\\s+", "").strip())
        .filter(topic -> topic.length() > 1 && topic.length() <= LONGEST_TOPIC)
        .limit(MOST_TOPICS)
        .toList();
  }

  private static boolean isCommand(String line) {
    return CommandReader.read(line).isPresent() || CommandReader.isGreeting(line);
  }
}
