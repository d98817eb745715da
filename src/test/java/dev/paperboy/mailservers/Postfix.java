package dev.paperboy.mailservers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's Postfix with a configuration, queue and log of its own in a folder. It takes mail for
 * everybody and everywhere; what it cannot deliver comes back to the sender as a real bounce.
 */
final class Postfix implements AutoCloseable {

  /** Where Debian puts the programs that only Postfix itself starts. */
  private static final Path MASTER = Path.of("/usr/lib/postfix/sbin/master");

  private static final String MAIN =
      """
      compatibility_level = 3.6
      queue_directory = %1$s/queue
      data_directory = %1$s/data
      maillog_file = %1$s/mail.log
      maillog_file_prefixes = %1$s
      inet_interfaces = loopback-only
      inet_protocols = ipv4
      myhostname = mx.papers.example
      mydestination =
      local_recipient_maps =
      alias_maps =
      mynetworks = 127.0.0.0/8
      smtpd_relay_restrictions = permit_mynetworks, reject
      # Unknown readers are found out after the mail was taken, so that it bounces.
      smtpd_reject_unlisted_recipient = no
      smtp_host_lookup = native
      disable_dns_lookups = yes
      recipient_delimiter = +
      virtual_mailbox_domains = %2$s
      virtual_mailbox_base = %3$s
      virtual_mailbox_maps = texthash:%1$s/conf/mailboxes
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534
      transport_maps = texthash:%1$s/conf/transports
      default_transport = error:5.1.2 there is no such domain
      queue_run_delay = 2s
      minimal_backoff_time = 2s
      maximal_backoff_time = 4s
      """;

  private static final String SERVICES =
      """
      127.0.0.1:%d inet n - n - - smtpd
      cleanup   unix  n - n - 0 cleanup
      qmgr      unix  n - n 2 1 qmgr
      rewrite   unix  - - n - - trivial-rewrite
      bounce    unix  - - n - 0 bounce
      defer     unix  - - n - 0 bounce
      trace     unix  - - n - 0 bounce
      proxymap  unix  - - n - - proxymap
      smtp      unix  - - n - - smtp
      error     unix  - - n - - error
      retry     unix  - - n - - error
      virtual   unix  - n n - - virtual
      anvil     unix  - - n - 1 anvil
      postlog   unix-dgram n - n - 1 postlogd
      """;

  private final int port = ServerProcess.freePort();
  private final Path folder;
  private final ServerProcess master;

  /**
   * @param mailboxes addresses that exist, each with its maildir below the mail folder
   * @param relays domains whose mail goes to another port on loopback
   */
  Postfix(Path folder, Path mail, Map<String, String> mailboxes, Map<String, Integer> relays) {
    this.folder = folder;
    Path conf = ServerFolder.made(folder.resolve("conf"));
    ServerFolder.made(folder.resolve("queue"));
    ServerFolder.owned(ServerFolder.made(folder.resolve("data")), "postfix");
    String domains =
        mailboxes.keySet().stream()
            .map(address -> address.substring(address.indexOf('@') + 1))
            .distinct()
            .collect(Collectors.joining(", "));
    ServerFolder.write(conf.resolve("main.cf"), MAIN.formatted(folder, domains, mail));
    ServerFolder.write(conf.resolve("master.cf"), SERVICES.formatted(port));
    ServerFolder.write(
        conf.resolve("mailboxes"),
        lines(mailboxes.entrySet().stream().map(box -> box.getKey() + " " + box.getValue() + "/")));
    ServerFolder.write(
        conf.resolve("transports"),
        lines(
            relays.entrySet().stream()
                .map(to -> to.getKey() + " smtp:[127.0.0.1]:" + to.getValue())));
    // Makes the folders of the queue, with their owners.
    ServerProcess.run(folder.resolve("check.txt"), "postfix", "-c", conf.toString(), "check");
    master =
        ServerProcess.start(
            folder.resolve("master.txt"),
            port,
            List.of(
                MASTER.toString(),
                "-c",
                conf.toString(),
                "-s",
                "-e",
                String.valueOf(ServerProcess.LONGEST_LIFE.toSeconds())));
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }

  int port() {
    return port;
  }

  /** What it did, line by line, as Postfix says it. */
  String log() {
    return ServerFolder.read(folder.resolve("mail.log"));
  }

  @Override
  public void close() {
    master.close();
  }
}
