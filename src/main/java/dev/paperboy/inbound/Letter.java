package dev.paperboy.inbound;

import dev.paperboy.inbound.Command.Verb;
import dev.paperboy.mail.EmailAddress;
import dev.paperboy.mail.Inbox;
import dev.paperboy.mail.Inbox.Tag;
import dev.paperboy.mail.Inbox.Use;
import dev.paperboy.notice.Origin;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person may have written, understood. All that costs time is done when it is made;
 * nothing of it needs the store.
 *
 * @param from who says they wrote it, which alone proves nothing; empty if that is nobody, several,
 *     or somebody whose address cannot be written to
 * @param arrivals our addresses that it came to, as far as is known
 * @param said what was understood of its words
 */
record Letter(
    InboundMail mail,
    Optional<EmailAddress> from,
    List<EmailAddress> arrivals,
    MailWords words,
    Said said) {

  /** More addresses are not looked at. */
  private static final int MOST = 100;

  private static final int MOST_TOPICS = 20;
  private static final int LONGEST_TOPIC = 80;
  private static final String DOCUMENT = "interests:";

  /**
   * What was understood.
   *
   * @param subject the command in the subject, if nothing else is said below it
   * @param firstLine the first line that is more than a greeting, as a command
   * @param block the interests between marker lines
   * @param document interests without marker lines
   * @param topics one a line or with commas between, up to the first empty line
   */
  record Said(
      String subject,
      Optional<Command> bySubject,
      boolean subjectAlone,
      Optional<Command> firstLine,
      Leaving leaving,
      Optional<MarkedBlock> block,
      Optional<String> document,
      List<String> topics) {}

  static Letter of(InboundMail mail, @Nullable EmailAddress recipient) {
    List<EmailAddress> arrivals =
        Stream.concat(Stream.ofNullable(recipient), mail.arrivedAt())
            .distinct()
            .limit(MOST)
            .toList();
    MailWords words = MailWords.of(mail);
    String subject = mail.subject();
    Said said =
        new Said(
            subject,
            CommandReader.read(subject),
            saysNothing(words.said(), mail),
            firstLine(words.said()),
            Leaving.in(subject, words.said()),
            MarkedBlock.in(words.lines()),
            document(words.lines()),
            topics(words.saidWithGaps()));
    return new Letter(mail, mail.author(), arrivals, words, said);
  }

  /** Who says they wrote it. */
  EmailAddress author() {
    return from.orElseThrow();
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
    return said.firstLine();
  }

  private static Optional<Command> firstLine(List<String> own) {
    return own.stream()
        .dropWhile(CommandReader::isGreeting)
        .takeWhile(line -> !MarkedBlock.isMarker(line) && !line.startsWith("- "))
        .findFirst()
        .flatMap(CommandReader::read);
  }

  /** Whether the author wrote nothing but a greeting and their name. */
  private static boolean saysNothing(List<String> own, InboundMail mail) {
    Set<String> name = new HashSet<>(Arrays.asList(Phrases.plain(mail.authorField()).split(" ")));
    return own.stream()
        .filter(line -> !CommandReader.isGreeting(line) && !MailWords.isClosing(line))
        .allMatch(line -> name.containsAll(Arrays.asList(Phrases.plain(line).split(" "))));
  }

  /**
   * What it asks for; who asks for a subscription by address or subject may write topics below. Any
   * other command in a subject counts only if nothing else is said.
   */
  Optional<Command> command(Inbox inbox) {
    Optional<Command> address =
        arrivals.stream().flatMap(to -> named(to, inbox).stream()).findFirst();
    return Stream.of(said.bySubject(), address)
        .flatMap(Optional::stream)
        .filter(command -> command.verb() == Verb.SUBSCRIBE)
        .findFirst()
        .or(said::firstLine)
        .or(() -> said.bySubject().filter(command -> said.subjectAlone()))
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

  /** Up to a quote or the signature. */
  private static Optional<String> document(List<String> all) {
    List<String> lines = all.stream().map(MarkedBlock::plain).toList();
    int begin = 0;
    while (begin < lines.size() && !lines.get(begin).startsWith(DOCUMENT)) {
      begin++;
    }
    if (begin == lines.size()) {
      return Optional.empty();
    }
    List<String> document =
        lines.subList(begin, lines.size()).stream().takeWhile(Letter::isOfDocument).toList();
    return Optional.of(String.join("\n", document) + "\n");
  }

  private static boolean isOfDocument(String line) {
    return !line.startsWith(">")
        && !line.equals("--")
        && !line.equals("-- ")
        && !MailWords.isClosing(line.strip());
  }

  private static List<String> topics(List<String> ownWithGaps) {
    return ownWithGaps.stream()
        .dropWhile(line -> line.isEmpty() || isCommand(line))
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> !line.endsWith(":"))
        .flatMap(line -> Stream.of(line.split("[,;]")))
        .map(Letter::topic)
        .filter(topic -> topic.length() > 1 && topic.length() <= LONGEST_TOPIC)
        .limit(MOST_TOPICS)
        .toList();
  }

  private static String topic(String written) {
    String plain = MarkedBlock.plain(written).strip();
    return plain.replaceFirst("^(?:[-*]|\\d{1,2}[.)])\\s++", "").strip();
  }

  private static boolean isCommand(String line) {
    return CommandReader.read(line).isPresent() || CommandReader.isGreeting(line);
  }
}
