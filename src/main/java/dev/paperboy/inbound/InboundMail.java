package dev.paperboy.inbound;

import dev.paperboy.mail.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail that came in, taken apart. */
record InboundMail(Part root) {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}");

  private static final Pattern DAEMON = Pattern.compile("mailer[-_.]?daemon|postmaster");

  /** How programs that return mail head it, where they say nothing else of themselves. */
  private static final Pattern RETURNED =
      Pattern.compile(
          "(?iu)^(undeliver|returned mail|failure notice|mail delivery|delivery (status|failure)"
              + "|mail system error|unzustellbar|nicht zustellbar|non remis|échec de la remise)");

  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "(?iu)^(auto(matic)?[- ]?(reply|response)|out of (the )?office|abwesenheit"
              + "|automatische antwort|réponse automatique|absence)");

  /** Where mail came to, as the headers say it that an MTA adds on delivery, or the sender. */
  private static final List<String> ARRIVAL =
      List.of("X-Original-To", "Delivered-To", "Envelope-To", "To");

  String messageId() {
    return root.field("Message-ID").orElse("");
  }

  /** The addresses the mail came to, by its headers: the sender may have written them. */
  Stream<EmailAddress> arrivedAt() {
    return ARRIVAL.stream().flatMap(root::fields).flatMap(InboundMail::addressesIn);
  }

  /** The addresses in a text, in order; of hostile length at most twenty. */
  static Stream<EmailAddress> addressesIn(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .limit(20)
        .flatMap(found -> EmailAddress.parse(found.group()).stream());
  }

  /** The one person who says they wrote it; empty if it says nobody, or several. */
  Optional<EmailAddress> author() {
    List<String> from = root.fields("From").toList();
    if (from.size() != 1) {
      return Optional.empty();
    }
    try {
      InternetAddress[] named = InternetAddress.parse(from.get(0), true);
      return named.length == 1 && !named[0].isGroup()
          ? EmailAddress.parse(named[0].getAddress())
          : Optional.empty();
    } catch (AddressException noAddress) {
      return Optional.empty();
    }
  }

  /** Whether a mail program sent it, to which nobody may answer: a null sender (RFC 5321). */
  boolean fromMachine() {
    return fromDaemon() || root.field("Return-Path").filter("<>"::equals).isPresent();
  }

  /** Whether it is headed as returned mail is. */
  boolean looksReturned() {
    return RETURNED.matcher(subject()).find();
  }

  /**
   * Whether it is an answer that a program gives for a person, out of the office for instance. A
   * bounce may call itself an automatic answer as well (RFC 3834 section 5), but comes from a
   * daemon.
   */
  boolean automaticAnswer() {
    boolean person = !looksReturned() && !fromDaemon();
    String submitted = root.field("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
    boolean marked =
        submitted.startsWith("auto-")
            || root.field("X-Autoreply").isPresent()
            || root.field("Precedence").filter("auto_reply"::equalsIgnoreCase).isPresent();
    return AUTOMATIC.matcher(subject()).find() || (person && marked);
  }

  /** Whether a mail program names itself as the author. */
  boolean fromDaemon() {
    return root.fields("From")
        .flatMap(InboundMail::addressesIn)
        .anyMatch(from -> DAEMON.matcher(from.local().toLowerCase(Locale.ROOT)).matches());
  }

  /** As people read it. */
  String subject() {
    String raw = root.field("Subject").orElse("");
    try {
      return MimeUtility.decodeText(raw).strip();
    } catch (UnsupportedEncodingException unknown) {
      return raw;
    }
  }
}
