package dev.paperboy.cli;

import dev.paperboy.web.AdminPassword;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code paperboy admin-password}. */
@Command(
    name = "admin-password",
    header = "Hashes a password for the operator's page.",
    mixinStandardHelpOptions = true,
    description = {
      "Hashes a password for the operator's page, so that config.yml need not hold it in clear.",
      "Asks for it, or reads one line of standard input; prints the line for config.yml."
    },
    footer = {"%nExample:", "  paperboy admin-password"})
final class AdminPasswordCommand extends CliCommand {

  @Override
  public Integer call() {
    String password = ask();
    if (password.startsWith("pbkdf2-") || !AdminPassword.isFit(password)) {
      throw new WrongUse(
          "Choose a password of at least %d characters.".formatted(AdminPassword.SHORTEST));
    }
    console().say("web:");
    console().say("  admin_password: \"%s\"", AdminPassword.of(password).line());
    return DONE;
  }

  private static String ask() {
    Console terminal = System.console();
    if (terminal != null) {
      return Optional.ofNullable(terminal.readPassword("Password: "))
          .map(String::valueOf)
          .orElse("");
    }
    try {
      InputStreamReader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
      return Optional.ofNullable(new BufferedReader(in).readLine()).orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
