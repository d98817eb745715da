package dev.paperboy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Other people's mail programs: Postfix's test tools, and nodemailer where it can be had. */
final class MailTools {

  private static final String SINK = "/usr/sbin/smtp-sink";
  private static final String SOURCE = "/usr/sbin/smtp-source";

  private MailTools() {}

  /** A server that takes every mail and forgets it. Ends when closed. */
  record Sink(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }

  /**
   * @throws IOException if Postfix's tools are not there
   */
  static Sink sink() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(SINK)) || !Files.isExecutable(Path.of(SOURCE))) {
      throw new IOException(
          "smtp-sink and smtp-source are missing; on Debian they are in the package postfix");
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    // Root it does not want to be; anybody else cannot become another.
    List<String> who =
        System.getProperty("user.name").equals("root") ? List.of("-u", "nobody") : List.of();
    List<String> command = new ArrayList<>(List.of(SINK));
    command.addAll(who);
    command.addAll(List.of("127.0.0.1:" + port, "256"));
    Process process = start(command);
    for (int i = 0; i < 100; i++) {
      try (Socket greeted = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new Sink(process, greeted.getPort());
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    process.destroy();
    throw new IOException("smtp-sink did not start");
  }

  /** Seconds that smtp-source takes for so many messages, its connections reused. */
  static double source(int port, int count, int octets, int connections)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            SOURCE,
            "-d",
            "-s",
            connections + "",
            "-m",
            count + "",
            "-l",
            octets + "",
            "-f",
            "digest@paperboy.example",
            "-t",
            "reader@example.org",
            "127.0.0.1:" + port);
    long begun = System.nanoTime();
    if (start(command).waitFor() != 0) {
      throw new IOException("smtp-source failed");
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /**
   * Seconds that nodemailer's pool takes; empty where it cannot be run.
   *
   * @param folder holds {@code mail.txt} and {@code mail.html}
   * @param key file of the DKIM key, or none
   */
  static OptionalDouble nodemailer(
      int port, int count, int connections, Path folder, List<String> key)
      throws InterruptedException {
    try {
      Path modules = Path.of("target/bench/node");
      if (!Files.isDirectory(modules.resolve("node_modules/nodemailer"))) {
        Files.createDirectories(modules);
        Process npm = start(List.of("npm", "install", "--prefix", modules + "", "nodemailer@10"));
        if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
          return OptionalDouble.empty();
        }
      }
      Path script = modules.resolve("nodemailer.cjs");
      try (InputStream in = MailTools.class.getResourceAsStream("nodemailer.cjs")) {
        Files.write(script, in.readAllBytes());
      }
      List<String> command =
          new ArrayList<>(
              List.of("node", script + "", port + "", count + "", connections + "", folder + ""));
      command.addAll(key);
      Process node =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return node.waitFor() == 0
          ? OptionalDouble.of(Double.parseDouble(said.strip()))
          : OptionalDouble.empty();
    } catch (IOException notThere) {
      return OptionalDouble.empty();
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
