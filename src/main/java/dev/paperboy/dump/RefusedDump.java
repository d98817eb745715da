package dev.paperboy.dump;

/**
 * A dump that cannot be taken in; its message says why and what to do, in words for an operator.
 */
public final class RefusedDump extends Exception {

  private final boolean truncated;

  public RefusedDump(String why) {
    this(why, false);
  }

  private RefusedDump(String why, boolean truncated) {
    super(why);
    this.truncated = truncated;
  }

  /** A dump that ends too early: perhaps somebody is still writing it. */
  static RefusedDump cutShort(String why) {
    return new RefusedDump(why, true);
  }

  /** Whether the content just ends too early and may yet become whole. */
  public boolean truncated() {
    return truncated;
  }

  /** The sentences for an operator, without the class name. */
  String why() {
    return String.valueOf(getMessage());
  }
}
