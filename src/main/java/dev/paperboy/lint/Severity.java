package dev.paperboy.lint;

/** How bad it is when a rule is broken. */
public enum Severity {
  /** Receivers refuse the mail, or a reader cannot use it. */
  MUST,
  /** It works, but not everywhere or not well. */
  SHOULD
}
