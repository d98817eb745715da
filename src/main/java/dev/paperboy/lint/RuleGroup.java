package dev.paperboy.lint;

/** Rules that look at the same side of a mail. Has no state and may be shared by threads. */
interface RuleGroup {

  /** Adds what is wrong. Never throws, whatever the mail is. */
  void check(ParsedMail mail, Expected expected, Findings findings);
}
