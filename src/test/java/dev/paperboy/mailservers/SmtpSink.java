package dev.paperboy.mailservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Postfix's {@code smtp-sink}: takes mail or refuses it as told, and keeps what it took. */
public final class SmtpSink implements AutoCloseable {

  private static final Pattern RECIPIENT = Pattern.compile("(?m)^X-Rcpt-Args: <([^>]+)>");

  private final int port;
  private final Path folder;
  private final ServerProcess server;

  private SmtpSink(int port, Path folder, ServerProcess server) {
    this.port = port;
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param options as of smtp-sink(1), such as {@code -r RCPT}
   */
  public static SmtpSink start(String... options) {
    return startAt(ServerProcess.freePort(), options);
  }

  /** Starts one at a port where one was before. */
  public static SmtpSink startAt(int port, String... options) {
    Path folder = ServerFolder.temporary();
    Path kept = ServerFolder.owned(ServerFolder.made(folder.resolve("kept")), "nobody");
    List<String> command =
        new ArrayList<>(
            List.of(
                "timeout",
                String.valueOf(ServerProcess.LONGEST_LIFE.toSeconds()),
                "smtp-sink",
                "-u",
                "nobody",
                "-d",
                kept + "/"));
    command.addAll(List.of(options));
    command.addAll(List.of("127.0.0.1:" + port, "100"));
    return new SmtpSink(
        port, folder, ServerProcess.start(folder.resolve("sink.txt"), port, command));
  }

  public int port() {
    return port;
  }

  /** The recipient of each mail that was taken, in no order. */
  public List<String> recipients() {
    return mails().stream()
        .map(
            mail -> {
              Matcher recipient = RECIPIENT.matcher(mail);
              return recipient.find() ? recipient.group(1) : "";
            })
        .toList();
  }

  /** The mails that were taken, each below lines that tell its envelope, in no order. */
  public List<String> mails() {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.map(ServerFolder::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    ServerFolder.delete(folder);
  }
}
