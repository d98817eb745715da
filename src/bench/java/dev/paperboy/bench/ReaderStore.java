package dev.paperboy.bench;

import dev.paperboy.store.Store;
import dev.paperboy.store.StoreSettings;
import dev.paperboy.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Generated readers in an H2 file of their own, deleted when closed. */
final class ReaderStore implements AutoCloseable {

  private static final int BATCH = 5000;
  private static final int CONNECTIONS = 4;

  private static final String INSERT =
      """
      insert into subscriber (email, email_key, state, interests, last_edition, next_digest_at,
        token_seed, created_at)
      values (?, ?, 'active', ?, 0, timestamp with time zone '2026-11-21 06:00:00Z', ?,
        timestamp with time zone '2026-01-01 00:00:00Z')
      """;

  private final Path folder;
  private final Store store;

  private ReaderStore(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  /** A store of these readers, with the ids from 1 on. */
  static ReaderStore of(Readers readers) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("paperboy-bench");
    Store store =
        Store.open(new StoreSettings(StoreSettings.embeddedIn(folder), "sa", "", CONNECTIONS));
    ReaderStore filled = new ReaderStore(folder, store);
    store.jdbi().useHandle(db -> filled.fill(db.getConnection(), readers));
    return filled;
  }

  Store store() {
    return store;
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void fill(Connection connection, Readers readers) throws SQLException {
    List<String> items =
        readers.phrases().stream().map(phrase -> "  - " + YamlText.of(phrase) + "\n").toList();
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int reader = 0; reader < readers.count(); reader++) {
        String address = "reader" + reader + "@example.org";
        insert.setString(1, address);
        insert.setString(2, address);
        insert.setString(3, document(readers, reader, items));
        insert.setString(4, "seed" + reader);
        insert.addBatch();
        if ((reader + 1) % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** What a reader keeps who has found out how to set the hour. */
  private static String document(Readers readers, int reader, List<String> items) {
    StringBuilder document = new StringBuilder("interests:\n");
    for (int place = 0; place < Readers.TERMS; place++) {
      document.append(items.get(readers.asked(reader, place)));
    }
    return document.append("digest:\n  at: \"06:45\"\n  timezone: Europe/Berlin\n").toString();
  }
}
