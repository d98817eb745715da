package dev.paperboy.cli;

import dev.paperboy.app.Application;
import dev.paperboy.app.WrongConfig;
import dev.paperboy.inbound.InboundHandler;
import dev.paperboy.mail.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paperboy receive}. */
@Command(
    name = "receive",
    exitCodeOnInvalidInput = ReceiveCommand.LATER,
    exitCodeOnExecutionException = ReceiveCommand.LATER,
    header = "Takes one mail on standard input.",
    mixinStandardHelpOptions = true,
    description = {
      "Takes one mail on standard input, from a mail server's alias or pipe, and prints in one line",
      "what was done. Bounces and complaints are written down and may suppress their reader; what",
      "readers ask for is done and answered by mail. What is not understood is kept in the folder",
      "inbound/ of the data folder, at most a thousand mails.",
      "Exit code 0 if the mail was taken or ignored, 75 if it should be delivered again later,",
      "because the database or the config cannot be used, or the command is wrong."
    },
    footer = {
      "%nExamples:",
      "  paperboy receive < bounce.eml",
      "  paperboy receive --to \"$ORIGINAL_RECIPIENT\"       in a script that Postfix starts",
      "docs/operations.md shows an alias for Postfix."
    })
final class ReceiveCommand extends CliCommand {

  /** EX_TEMPFAIL of sysexits.h: the mail server keeps the mail and tries again. */
  static final int LATER = 75;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      description = "The address that the mail came to; its headers are asked where not given.")
  private @Nullable String to;

  @Override
  public Integer call() {
    try {
      // First, as the mail server wants to get rid of it whatever comes.
      byte[] message = read(System.in);
      return take(message);
    } catch (WrongConfig | RuntimeException failure) {
      return later(Paperboy.sentence(failure).orElseGet(failure::toString));
    } catch (StackOverflowError | OutOfMemoryError failure) {
      return later(failure.toString());
    }
  }

  /**
   * Whatever it is, a mail that was not taken must not be lost. A mail server shows the lines to
   * the sender, so there is no stack trace among them.
   */
  private Integer later(String why) {
    warn("The mail was not taken; it should be delivered again later.");
    warn(why);
    return LATER;
  }

  private Integer take(byte[] message) throws WrongConfig {
    EmailAddress recipient = to == null ? null : EmailAddress.parse(to).orElse(null);
    try (Application application = config().open()) {
      console().say("%s", application.inbound().handle(message, recipient).sentence());
      return DONE;
    }
  }

  /** One octet more than is read, so that it shows; the rest is thrown away. */
  private static byte[] read(InputStream in) {
    try {
      byte[] message = in.readNBytes(InboundHandler.largest() + 1);
      // Who pipes it in must not find the pipe closed.
      in.transferTo(OutputStream.nullOutputStream());
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
