package dev.paperboy.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Which database.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param connections most connections open at once, at least 2
 * @param connectionTimeout maximum wait for a free connection
 */
public record StoreSettings(
    String url, String user, String password, int connections, Duration connectionTimeout) {

  /** With a connection timeout of ten seconds. */
  public StoreSettings(String url, String user, String password, int connections) {
    this(url, user, password, connections, Duration.ofSeconds(10));
  }

  /** The JDBC URL of an H2 file in this folder. */
  public static String embeddedIn(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("paperboy").toString().replace('\\', '/');
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "StoreSettings[" + url + "]";
  }
}
