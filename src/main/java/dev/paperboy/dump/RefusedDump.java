package dev.paperboy.dump;

/**
 * A dump that cannot be taken in; its message says why and what to do, in words for an operator.
 */
public final class RefusedDump extends Exception {

  public RefusedDump(String why) {
    super(why);
  }
}
