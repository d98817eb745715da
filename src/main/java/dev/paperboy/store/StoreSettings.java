package dev.paperboy.store;

/**
 * Which database.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param connections most connections open at once
 */
public record StoreSettings(String url, String user, String password, int connections) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "StoreSettings[" + url + "]";
  }
}
