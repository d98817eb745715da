package dev.paperboy.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.paperboy.bench.MailTools.Sink;
import dev.paperboy.digest.DeliveryRun;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimSigner;
import dev.paperboy.mail.MimeWriter;
import dev.paperboy.mail.OutgoingMail;
import dev.paperboy.outbox.DispatchSummary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deliveries from outbox row to recorded 250, against Postfix's own load generator. */
@Command(
    name = "delivery",
    description = {
      "From outbox row to recorded 250: an H2 file full of digests of ten papers, sent by the",
      "dispatcher to Postfix's smtp-sink; side by side with smtp-source and nodemailer's pool."
    },
    mixinStandardHelpOptions = true)
final class DeliveryCommand implements Callable<Integer> {

  private static final Duration ONE_WAY = Duration.ofMillis(5);
  private static final int SIGNATURES = 2000;

  /** Until the compiler has nearly done its work, which takes it half a minute. */
  private static final int WARM_UPS = 2;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--deliveries", defaultValue = "20000", description = "default: ${DEFAULT-VALUE}")
  private int deliveries;

  @Option(names = "--connections", defaultValue = "16", description = "default: ${DEFAULT-VALUE}")
  private int connections;

  @Option(
      names = "--only-plain",
      description = "no signatures, no delay, nobody else: for a long run in little memory")
  private boolean onlyPlain;

  private final TextTable table = new TextTable("sender", "mails", "a second", "CPU, ms a mail");
  private final List<Runnable> goals = new ArrayList<>();
  private boolean met = true;

  @Override
  public Integer call() throws Exception {
    try (Sink sink = MailTools.sink();
        DeliveryRun run = DeliveryRun.of(data.folder(), deliveries)) {
      int octets = new MimeWriter(DkimSigner.NONE).bytes(run.sample()).length;
      System.out.printf(
          Locale.ROOT,
          "%,d deliveries of %,d octets, %d connections, heap %d MB; H2 in a file%n%n",
          deliveries,
          octets,
          connections,
          Runtime.getRuntime().maxMemory() >> 20);
      if (onlyPlain) {
        ours("Paperboy", run, sink.port(), DkimSigner.NONE);
      } else {
        race(run, sink, octets);
      }
    }
    System.out.println(table);
    goals.forEach(Runnable::run);
    return met ? 0 : 1;
  }

  private void race(DeliveryRun run, Sink sink, int octets) throws Exception {
    DkimKey key = DkimKey.create(DkimKey.Algorithm.RSA);
    DkimSigner signer = new DkimSigner("paperboy.example", List.of(new DkimSigner.Seal("s1", key)));
    ours("Paperboy, first mails of its readers", run, sink.port(), DkimSigner.NONE);
    for (int i = 0; i < WARM_UPS; i++) {
      ours("Paperboy, signed, warming up", run, sink.port(), signer);
      ours("Paperboy, warming up", run, sink.port(), DkimSigner.NONE);
    }
    double before = source(sink, octets);
    double plain = ours("Paperboy", run, sink.port(), DkimSigner.NONE);
    double signed = ours("Paperboy, signed", run, sink.port(), signer);
    double source = (before + source(sink, octets)) / 2;
    row("signatures alone, one thread", SIGNATURES, signatures(run.sample(), signer));
    goal("of smtp-source", plain / source, 0.5);
    goal("signed, a second", signed, 1500);
    others(run, sink, key, plain, signed);
    far(run, sink, octets);
  }

  /** Before and after ours: the machine has faster and slower minutes. */
  private double source(Sink sink, int octets) throws IOException, InterruptedException {
    return row(
        "smtp-source", deliveries, MailTools.source(sink.port(), deliveries, octets, connections));
  }

  private void others(DeliveryRun run, Sink sink, DkimKey key, double plain, double signed)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("paperboy-bench");
    OutgoingMail mail = run.sample();
    Files.writeString(folder.resolve("mail.txt"), mail.body().text().toString());
    Files.writeString(folder.resolve("mail.html"), mail.body().shown().toString());
    Path pem = Files.writeString(folder.resolve("key.pem"), key.pem());
    int few = Math.min(deliveries, 5000);
    versus("nodemailer", few, plain, 5, nodemailer(sink, few, folder, List.of()));
    versus("nodemailer, signed", few, signed, 4, nodemailer(sink, few, folder, List.of(pem + "")));
    for (String name : List.of("mail.txt", "mail.html", "key.pem", "")) {
      Files.delete(folder.resolve(name));
    }
  }

  private OptionalDouble nodemailer(Sink sink, int count, Path folder, List<String> key)
      throws InterruptedException {
    return MailTools.nodemailer(sink.port(), count, connections, folder, key);
  }

  private void versus(String name, int count, double ours, double least, OptionalDouble seconds) {
    if (seconds.isEmpty()) {
      System.out.println(name + ": skipped, as node or nodemailer is not to be had");
    } else {
      goal("times " + name, ours / row(name, count, seconds.getAsDouble()), least);
    }
  }

  private void far(DeliveryRun run, Sink sink, int octets) throws Exception {
    try (DelayProxy network = new DelayProxy(sink.port(), ONE_WAY)) {
      int few = Math.min(deliveries, 5000);
      row(
          "smtp-source, 10 ms away",
          few,
          MailTools.source(network.port(), few, octets, connections));
      goal(
          "10 ms away, a second",
          ours("Paperboy, 10 ms away", run, network.port(), DkimSigner.NONE),
          600);
    }
  }

  /** Sends everything, and notes how long that took and what it cost. */
  private double ours(String name, DeliveryRun run, int port, DkimSigner signer) {
    run.again();
    System.gc();
    long spent = cpu();
    long begun = System.nanoTime();
    DispatchSummary summary = run.send(port, connections, signer);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double millis = (cpu() - spent) / 1e6 / deliveries;
    if (summary.sent() != deliveries || summary.handled() + summary.left() != deliveries) {
      throw new IllegalStateException(summary.sentence());
    }
    return row(name, deliveries, seconds, "%.2f".formatted(millis));
  }

  /** Of this process with all its threads, in nanoseconds. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double signatures(OutgoingMail mail, DkimSigner signer) {
    byte[] message = new MimeWriter(DkimSigner.NONE).bytes(mail);
    long begun = System.nanoTime();
    for (int i = 0; i < SIGNATURES; i++) {
      signer.signatures(message, Instant.EPOCH);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private double row(String name, int count, double seconds) {
    return row(name, count, seconds, "");
  }

  private double row(String name, int count, double seconds, String cpu) {
    table.row(name, "%,d".formatted(count), "%,.0f".formatted(count / seconds), cpu);
    System.err.printf(Locale.ROOT, "%s: %,.0f a second%n", name, count / seconds);
    return count / seconds;
  }

  private void goal(String what, double value, double least) {
    met &= value >= least;
    goals.add(
        () ->
            System.out.printf(
                Locale.ROOT,
                "%s: %,.2f %s (goal: at least %,.1f)%n",
                value >= least ? "met" : "MISSED",
                value,
                what,
                least));
  }
}
