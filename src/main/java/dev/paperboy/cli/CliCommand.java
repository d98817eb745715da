package dev.paperboy.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: the config option and where they print. */
abstract class CliCommand implements Callable<Integer> {

  /** Exit codes, as {@code --help} states them. */
  static final int DONE = 0;

  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  @Spec private @Nullable CommandSpec spec;

  ConfigOption config() {
    return ((Paperboy) spec().root().userObject()).config();
  }

  Console console() {
    return new Console(out());
  }

  PrintWriter out() {
    return spec().commandLine().getOut();
  }

  /** A line for people that must not mix with what the command prints. */
  void warn(String line) {
    err().println(line);
    err().flush();
  }

  PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not filled in the command's spec");
    }
    return spec;
  }
}
