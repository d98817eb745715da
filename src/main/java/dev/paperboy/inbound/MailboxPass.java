package dev.paperboy.inbound;

/**
 * What one look at a mailbox did.
 *
 * @param handled done with and put away
 * @param setAside put where a person looks
 * @param failed to be tried again later
 */
public record MailboxPass(int handled, int setAside, int failed) {

  static final MailboxPass NOTHING = new MailboxPass(0, 0, 0);

  /** Whether there was any mail that something was done with. */
  public boolean didSomething() {
    return handled + setAside + failed > 0;
  }

  /** The same in words. */
  public String sentence() {
    return handled
        + " handled"
        + (setAside > 0 ? ", " + setAside + " set aside in \"" + Mailbox.SET_ASIDE + "\"" : "")
        + (failed > 0 ? ", " + failed + " to be tried again" : "");
  }

  MailboxPass plus(MailboxPass other) {
    return new MailboxPass(
        handled + other.handled, setAside + other.setAside, failed + other.failed);
  }
}
