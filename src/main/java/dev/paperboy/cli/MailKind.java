package dev.paperboy.cli;

import dev.paperboy.notice.Notice;
import java.util.Locale;

/** Which mail is looked at. */
enum MailKind {
  DIGEST,
  CONFIRM,
  WELCOME,
  INTERESTS,
  CHANGES,
  GOODBYE,
  ALERT,
  ANSWER;

  /** The notice of that name; there is one for all but the digest. */
  Notice.Kind notice() {
    return Notice.Kind.valueOf(name());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
