package dev.paperboy.mailservers;

import java.nio.file.Path;
import java.util.List;

/** Debian's Dovecot with a configuration of its own in a folder: IMAP without TLS on loopback. */
final class Dovecot implements AutoCloseable {

  private static final String CONFIGURATION =
      """
      base_dir = %1$s/run
      state_dir = %1$s/run
      log_path = %1$s/dovecot.log
      protocols = imap
      listen = 127.0.0.1
      ssl = no
      disable_plaintext_auth = no
      first_valid_uid = 1
      mail_location = maildir:%2$s/%%n
      passdb {
        driver = static
        args = password=%3$s
      }
      userdb {
        driver = static
        args = uid=nobody gid=nogroup home=%2$s/%%n allow_all_users=yes
      }
      service imap-login {
        inet_listener imap {
          port = %4$d
        }
        inet_listener imaps {
          port = 0
        }
      }
      namespace inbox {
        inbox = yes
        separator = /
      }
      """;

  private final int port = ServerProcess.freePort();
  private final Path folder;
  private final ServerProcess server;

  /** Each folder below {@code mail} is the maildir of the user of that name. */
  Dovecot(Path folder, Path mail, String password) {
    this.folder = folder;
    ServerFolder.made(folder.resolve("run"));
    Path file = folder.resolve("dovecot.conf");
    ServerFolder.write(file, CONFIGURATION.formatted(folder, mail, password, port));
    server =
        ServerProcess.start(
            folder.resolve("dovecot.txt"),
            port,
            List.of(
                "timeout",
                String.valueOf(ServerProcess.LONGEST_LIFE.toSeconds()),
                "dovecot",
                "-F",
                "-c",
                file.toString()));
  }

  int port() {
    return port;
  }

  String log() {
    return ServerFolder.read(folder.resolve("dovecot.log"));
  }

  @Override
  public void close() {
    server.close();
  }
}
