package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail that came in, taken apart.
 *
 * @param limit why not all of it was read; {@code ""} if it was
 */
record InboundMail(Part root, String limit) {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

  private static final Pattern DAEMON = Pattern.compile("mailer[-_.]?daemon|postmaster");

  /** An address in angle brackets at the end, whatever stands before it. */
  private static final Pattern ANGLED =
      Pattern.compile("^[^<>]{0,500}+<([^<>\\s@]{1,64}@[^<>\\s@]{1,253})>$");

  private static final int LONGEST_SUBJECT = 1000;

  /** Where mail came to, as the headers say it that an MTA adds on delivery, or the sender. */
  private static final List<String> ARRIVAL =
      List.of("X-Original-To", "Delivered-To", "Envelope-To", "To", "Cc");

  /** Marks of automatic mail, in lower case, each with the value that it must have. */
  private static final Map<String, String> MARKS = Phrases.headers();

  /** What any mail program adds that answers or sends by itself, answers of people never. */
  private static final String LIST_FIELDS = "list-";

  String messageId() {
    return root.field("Message-ID").orElse("");
  }

  /** Whether it was read to its end. */
  boolean isWhole() {
    return limit.isEmpty();
  }

  /** The addresses the mail came to, by its headers: the sender may have written them. */
  Stream<EmailAddress> arrivedAt() {
    return ARRIVAL.stream().flatMap(root::fields).flatMap(InboundMail::addressesIn);
  }

  /** The addresses in a text, in order; of hostile length at most a hundred. */
  static Stream<EmailAddress> addressesIn(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .limit(100)
        .flatMap(found -> EmailAddress.parse(found.group()).stream());
  }

  /** What the field From says, as people read it. */
  String authorField() {
    return EncodedWords.decode(root.field("From").orElse(""));
  }

  /** Whether it says of several people that they wrote it. */
  boolean hasSeveralAuthors() {
    return root.fields("From").count() > 1
        || root.fields("From")
                .flatMap(InboundMail::addressesIn)
                .map(EmailAddress::key)
                .distinct()
                .count()
            > 1;
  }

  /**
   * The one person who says they wrote it; empty if it says nobody, or several, or somebody whose
   * name before the at-sign is not ASCII, to whom no mail can be sent. A domain that is not ASCII
   * is given as mail servers know it (RFC 5890).
   */
  Optional<EmailAddress> author() {
    List<String> from = root.fields("From").toList();
    return from.size() == 1 ? named(from.get(0)) : Optional.empty();
  }

  private static Optional<EmailAddress> named(String field) {
    try {
      InternetAddress[] named = InternetAddress.parse(field, true);
      return named.length == 1 && !named[0].isGroup()
          ? ascii(named[0].getAddress())
          : Optional.empty();
    } catch (AddressException noAddress) {
      Matcher angled = ANGLED.matcher(field);
      return angled.matches() ? ascii(angled.group(1)) : Optional.empty();
    }
  }

  private static Optional<EmailAddress> ascii(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    try {
      return EmailAddress.parse(
          address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)));
    } catch (IllegalArgumentException noDomain) {
      return Optional.empty();
    }
  }

  /** Whether a mail program sent it, to which nobody may answer: a null sender (RFC 5321). */
  boolean fromMachine() {
    return fromDaemon() || hasNullSender();
  }

  private boolean hasNullSender() {
    return root.field("Return-Path").filter("<>"::equals).isPresent();
  }

  /** Whether it is headed as returned mail is. */
  boolean looksReturned() {
    return Phrases.RETURNED_SUBJECT.begin(plainSubject());
  }

  /**
   * Whether it is an answer that a program gives for a person, out of the office for instance. A
   * bounce may call itself an automatic answer as well (RFC 3834 section 5), but comes from a
   * daemon or is headed as one.
   */
  boolean automaticAnswer() {
    boolean person = !looksReturned() && !fromDaemon();
    return Phrases.AUTOMATIC_SUBJECT.begin(plainSubject()) || (person && isMarkedAnswer());
  }

  private boolean isMarkedAnswer() {
    boolean generated =
        root.fields("Auto-Submitted")
            .map(how -> how.toLowerCase(Locale.ROOT))
            .anyMatch(how -> how.startsWith("auto-generated"));
    return !generated && isMarkedAutomatic();
  }

  /** Whether a field of its header says that no person wrote it, or that it went to many. */
  boolean isMarkedAutomatic() {
    return root.is("multipart/report")
        || root.head().fields().stream().anyMatch(InboundMail::marks);
  }

  private static boolean marks(Head.Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    String wanted = MARKS.get(name.startsWith(LIST_FIELDS) ? LIST_FIELDS + "*" : name);
    if (wanted == null) {
      return false;
    }
    String value = Phrases.plain(PlainLine.start(field.value(), 100)).replace(' ', '_');
    String first = value.replaceFirst("_.*", "");
    return wanted.equals("any")
        || (wanted.startsWith("not ")
            ? !first.equals(wanted.substring("not ".length()))
            : List.of(wanted.replace('-', '_').split(" ")).contains(value));
  }

  /** Whether a mail program names itself as the author. */
  boolean fromDaemon() {
    return root.fields("From")
        .flatMap(InboundMail::addressesIn)
        .anyMatch(from -> DAEMON.matcher(from.local().toLowerCase(Locale.ROOT)).matches());
  }

  /** As people read it. */
  String subject() {
    String decoded = EncodedWords.decode(root.field("Subject").orElse(""));
    return PlainLine.start(decoded, LONGEST_SUBJECT).strip();
  }

  /** In the form that phrases are compared in, without marks of answers. */
  private String plainSubject() {
    return Phrases.plain(CommandReader.withoutPrefixes(subject()));
  }
}
