package dev.paperboy.cli;

import dev.paperboy.app.Config;
import dev.paperboy.mail.DkimKey;
import dev.paperboy.mail.DkimKey.Algorithm;
import dev.paperboy.mail.DkimKeyFile;
import dev.paperboy.mail.DkimSettings;
import dev.paperboy.mail.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes a DKIM key and says what to do with it. */
record KeyMaking(Config config, Console console) {

  /** A string in a TXT record is no longer (RFC 1035 section 3.3). */
  private static final int LONGEST_STRING = 255;

  /**
   * Writes the key file and prints the DNS record and the lines for the config.
   *
   * @param name the selector; empty: the configured one, or one of this month
   * @return the exit code
   */
  int make(Algorithm algorithm, String name) {
    DkimSettings dkim = config.mailing().dkim();
    if (!dkim.domain().contains(".")) {
      throw new WrongUse(
          "Set mail.from to an address of your own domain first: the key belongs to that domain.");
    }
    DkimKeyFile file = algorithm == Algorithm.RSA ? dkim.rsa() : dkim.ed25519();
    String selector = selector(name, file);
    DkimKey key = DkimKey.create(algorithm);
    try {
      file.write(key);
    } catch (FileAlreadyExistsException e) {
      console.say("There is a file already, and it was left as it is: %s", file.path());
      console.say(
          "To make a new key, move that file away or set dkim.%s to another name.",
          algorithm == Algorithm.RSA ? "key" : "ed25519_key");
      return CliCommand.FAILED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    explain(key, file, selector + "._domainkey." + dkim.domain() + ".");
    console.say("dkim:");
    console.say("  %s: %s", algorithm == Algorithm.RSA ? "selector" : "ed25519_selector", selector);
    return CliCommand.DONE;
  }

  private void explain(DkimKey key, DkimKeyFile file, String name) {
    console.say(
        "The key: %s (only you may read it; keep it secret, and in the backup)", file.path());
    console.say("");
    console.say("1. Add this TXT record to your DNS. As a line of a zone file:");
    console.say("");
    console.say("%s IN TXT ( %s )", name, String.join(" ", strings(key.record())));
    console.say("");
    console.say("   In a form on the web: the name %s and the value, in one line,", name);
    console.say("   %s", key.record());
    console.say("");
    console.say("2. When DNS knows it, set this in config.yml and look with: paperboy doctor");
    console.say("");
  }

  private static String selector(String name, DkimKeyFile file) {
    if (name.isEmpty()) {
      YearMonth month = YearMonth.now(Clock.systemUTC());
      return file.used() ? file.selector() : month.format(DateTimeFormatter.ofPattern("'s'yyyyMM"));
    }
    return EmailAddress.parse("x@" + name)
        .map(EmailAddress::domain)
        .orElseThrow(
            () -> new WrongUse("'" + name + "' is no name for DNS. Try one such as s2026."));
  }

  /** The record in quoted strings as short as DNS wants them. */
  private static List<String> strings(String record) {
    List<String> strings = new ArrayList<>();
    for (int start = 0; start < record.length(); start += LONGEST_STRING) {
      int end = Math.min(record.length(), start + LONGEST_STRING);
      strings.add('"' + record.substring(start, end) + '"');
    }
    return strings;
  }
}
