package dev.paperboy.lint;

import static dev.paperboy.lint.Severity.MUST;
import static dev.paperboy.lint.Severity.SHOULD;

import java.util.Optional;

/**
 * The rules for mails, by the names that {@code docs/mail.md} uses: A is the wire, B mailing lists,
 * C DKIM, D the parts and their text, E the HTML, F mails of one sending.
 */
public enum Rule {
  A1(MUST, "Every line ends with CRLF; no CR or LF alone, no NUL"),
  A2(MUST, "No line is longer than 998 octets; better 78 in headers, 76 in encoded bodies"),
  A3(MUST, "Headers are fields of ASCII; encoded words have at most 75 characters and decode"),
  A4(MUST, "Headers that may stand once stand once"),
  A5(MUST, "No Bcc, Return-Path or Resent-* header"),
  A6(MUST, "Date is a date of RFC 5322"),
  A7(MUST, "From is one mailbox, the configured one"),
  A8(MUST, "To is one mailbox, the one of the envelope"),
  A9(MUST, "Reply-To is ours and carries a token of this subscriber"),
  A10(MUST, "Message-ID is ours, cannot be guessed and has at most 250 characters"),
  A11(MUST, "The subject has 1 to 150 characters, better at most 78, and no control characters"),

  B1(MUST, "List-Id is there, the same in every mail"),
  B2(MUST, "List-Unsubscribe is one https address with an opaque token, and a mailto"),
  B3(MUST, "List-Unsubscribe-Post is List-Unsubscribe=One-Click to the byte; answers have none"),
  B4(MUST, "A POST to the unsubscribe address works at once, and again", "tests of the web pages"),
  B5(MUST, "GET and HEAD of a link change nothing", "tests of the web pages"),
  B6(MUST, "Auto-Submitted, Precedence and X-Auto-Response-Suppress keep machines from answering"),
  B7(SHOULD, "Feedback-ID, List-Help, List-Owner and List-Post: NO"),
  B8(MUST, "An answer has the empty envelope sender"),

  C1(MUST, "The DKIM signature verifies", "tests of the signer, with another verifier"),
  C2(MUST, "The mail is signed by the domain of From"),
  C3(MUST, "rsa-sha256 with 2048 bit or more; no l= tag"),
  C4(MUST, "Canonicalization is relaxed/relaxed"),
  C5(MUST, "The signature covers every header that says what the mail is"),
  C6(MUST, "Headers that must not be added later are signed once more than they stand there"),
  C7(MUST, "Any change of a signed header or of the body breaks it", "tests of the signer"),

  D1(MUST, "multipart/alternative of text/plain and text/html, or text/plain alone"),
  D2(MUST, "UTF-8 as quoted-printable, composed, without broken or control characters"),
  D3(MUST, "Text is format=flowed, at most 78 wide, space-stuffed, without entities or tags"),
  D4(MUST, "Both parts have the same headings and links in the same order, and the way out"),
  D5(MUST, "Nothing of a template is left over"),
  D6(MUST, "No raw LaTeX"),
  D7(MUST, "The same input gives the same bytes", "tests of the writer"),

  E1(MUST, "HTML has at most 90 KB, and 102,400 bytes as sent"),
  E2(MUST, "A doctype; lang and dir on html and on the first element in body"),
  E3(MUST, "Title, and metas for charset, viewport and color-scheme"),
  E4(MUST, "Styles are inline; one style element of at most 16 KB is a bonus"),
  E5(MUST, "Nothing active, loaded or laid out in a way that mail programs drop"),
  E6(MUST, "Layout tables are role=presentation, padding on td, 600 px and fluid"),
  E7(MUST, "Images have alt, width and height; none is there to track"),
  E8(MUST, "Links have words, are absolute and underlined"),
  E9(MUST, "One h1, no level skipped; contrast of 4.5:1 in light, dark and inverted colours"),
  E10(MUST, "A hidden preheader of 40 to 130 characters that is not the subject"),
  E11(MUST, "Shows the way out, why the reader gets it, and who sends it"),
  E12(MUST, "HTML is well-formed: nothing foreign broke out of its place"),
  E13(MUST, "No address or token of another subscriber"),

  F1(MUST, "One recipient in a mail, one mail for a recipient"),
  F2(MUST, "Each mail has its own bounce address, at the bounce domain"),
  F3(MUST, "Each mail has its own Message-ID"),
  F4(MUST, "No mail has the address of another recipient");

  private final Severity severity;
  private final String title;
  private final String elsewhere;

  Rule(Severity severity, String title) {
    this(severity, title, "");
  }

  Rule(Severity severity, String title, String elsewhere) {
    this.severity = severity;
    this.title = title;
    this.elsewhere = elsewhere;
  }

  /** How bad it is to break the rule; a rule of two halves has the worse one. */
  public Severity severity() {
    return severity;
  }

  /** The rule in one line. */
  public String title() {
    return title;
  }

  /** Who judges the rule where the bytes of a mail cannot tell; empty for those judged here. */
  public Optional<String> elsewhere() {
    return elsewhere.isEmpty() ? Optional.empty() : Optional.of(elsewhere);
  }
}
