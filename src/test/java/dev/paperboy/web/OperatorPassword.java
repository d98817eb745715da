package dev.paperboy.web;

/** The password of the operator's page in tests. */
public final class OperatorPassword {

  public static final String CLEAR = "correct horse battery";

  /** Its hash for the config. So few iterations cost a test nothing at each start and login. */
  public static final String HASH = AdminPassword.hashed(CLEAR, 1000).line();

  private OperatorPassword() {}
}
