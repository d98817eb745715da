package dev.paperboy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in this process, with one config file, and keeps what they print. */
final class Terminal {

  private final Path config;

  Terminal(Path config) {
    this.config = config;
  }

  record Result(int code, String out, String err) {}

  Result run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--config");
    all.add(config.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Paperboy.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }
}
