package dev.paperboy.cli;

import dev.paperboy.app.WrongConfig;
import dev.paperboy.store.Store;
import dev.paperboy.store.StoreUnavailable;
import dev.paperboy.template.BrokenTemplate;
import dev.paperboy.web.WebUnavailable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code paperboy}: the program. Runs one sub-command and exits with its code. */
@Command(
    name = "paperboy",
    description = "Trending research papers, picked by your interests, in your inbox.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      RunCommand.class,
      IngestCommand.class,
      PapersCommand.class,
      SubscriberCommand.class,
      MatchCommand.class,
      PreviewCommand.class,
      WhyCommand.class,
      OutboxCommand.class,
      ReceiveCommand.class,
      LintMailCommand.class,
      DoctorCommand.class,
      AdminPasswordCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  paperboy demo                    see it work, on sample papers",
      "  paperboy subscriber add ada@example.org interests.yml",
      "  paperboy serve                   take in dumps, send digests",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong use or wrong config."
    })
public final class Paperboy {

  @Mixin private ConfigOption config = new ConfigOption();

  private Paperboy() {}

  ConfigOption config() {
    return config;
  }

  /** Runs the program and ends the process. */
  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), args));
  }

  /** Runs a command and returns its exit code; for tests, too. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine()
        .setOut(out)
        .setErr(err)
        .execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  /** All commands with their settings. */
  static CommandLine commandLine() {
    return new CommandLine(new Paperboy())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .registerConverter(LocalDate.class, Paperboy::day)
        .registerConverter(long.class, Paperboy::number)
        .setExecutionExceptionHandler(Paperboy::explain);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a day such as 2026-01-07");
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  /** What a person can mend gets a sentence; only a bug gets a stack trace. */
  private static void explain(Exception failure, PrintWriter err) {
    Optional<String> sentence = sentence(failure);
    if (sentence.isPresent()) {
      err.println(sentence.get());
    } else {
      err.println("Something went wrong that should not. Please report it with these lines:");
      failure.printStackTrace(err);
    }
    err.flush();
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    explain(failure, command.getErr());
    boolean wrong = failure instanceof WrongConfig || failure instanceof WrongUse;
    return wrong ? CliCommand.WRONG_USE : CliCommand.FAILED;
  }

  static Optional<String> sentence(Exception failure) {
    if (failure instanceof WrongConfig
        || failure instanceof WrongUse
        || failure instanceof StoreUnavailable
        || failure instanceof WebUnavailable
        || failure instanceof BrokenTemplate) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
    if (failure instanceof UncheckedIOException io) {
      return Optional.of("A file or folder cannot be used: " + io.getMessage());
    }
    return failure instanceof RuntimeException unchecked
        ? Store.explain(unchecked)
        : Optional.empty();
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
