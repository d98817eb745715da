package dev.paperboy.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Asks the name servers of this machine, by Java's own client; gives up after some seconds. */
final class JndiDns implements Dns {

  private final String servers;
  private final Duration patience;

  JndiDns() {
    this("dns:", Duration.ofSeconds(2));
  }

  /**
   * @param servers as a URL, such as {@code dns://192.0.2.1}
   * @param patience for the first of two questions; the second waits twice as long
   */
  JndiDns(String servers, Duration patience) {
    this.servers = servers;
    this.patience = patience;
  }

  // The warning is about directories that hand out objects; the client for DNS makes strings only.
  @SuppressWarnings("BanJNDI")
  @Override
  public Optional<List<String>> records(String name, String type) {
    Properties settings = new Properties();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, servers);
    settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(patience.toMillis()));
    settings.put("com.sun.jndi.dns.timeout.retries", "2");
    try {
      DirContext context = new InitialDirContext(settings);
      try {
        Attribute found = context.getAttributes(name, new String[] {type}).get(type);
        List<String> records = new ArrayList<>();
        for (Object record : found == null ? List.of() : Collections.list(found.getAll())) {
          records.add(type.equals("TXT") ? joined(record.toString()) : record.toString());
        }
        return Optional.of(records);
      } finally {
        context.close();
      }
    } catch (NameNotFoundException none) {
      return Optional.of(List.of());
    } catch (NamingException unanswered) {
      return Optional.empty();
    }
  }

  /**
   * The strings of a TXT record as one. Java's client gives them parted by a blank, each in quotes
   * where it has a blank itself, with a backslash before quotes and backslashes.
   */
  static String joined(String strings) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < strings.length(); i++) {
      char c = strings.charAt(i);
      if (c == '\\' && i + 1 < strings.length()) {
        i++;
        text.append(strings.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c != ' ' || quoted) {
        text.append(c);
      }
    }
    return text.toString();
  }
}
