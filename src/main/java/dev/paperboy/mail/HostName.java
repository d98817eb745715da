package dev.paperboy.mail;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name that a host gives in EHLO: its fully qualified name, or its address in brackets (RFC
 * 5321 sections 4.1.3 and 4.1.4). Names that mean another host at every place are none.
 */
public final class HostName {

  /** Two labels at least; each of letters, digits and hyphens inside. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,20}[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private static final Pattern LITERAL =
      Pattern.compile("\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]{2,45})\\]");

  private static final List<String> LOCAL =
      List.of("localhost", "localdomain", "local", "invalid", "internal", "lan", "home", "arpa");

  private HostName() {}

  /** This machine's, found out once. */
  public static String own() {
    return Own.NAME;
  }

  /** Asking for it may take DNS some seconds, so only who needs it does. */
  private static final class Own {
    private static final String NAME = find();
  }

  /** The name as it may be given, if it may. */
  public static Optional<String> parse(String text) {
    boolean fit = isQualified(text) || isLiteral(text);
    return fit ? Optional.of(text) : Optional.empty();
  }

  /** Whether it is an address in brackets. */
  public static boolean isLiteral(String name) {
    return LITERAL.matcher(name).matches();
  }

  static boolean isQualified(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String top = lower.substring(lower.lastIndexOf('.') + 1);
    return QUALIFIED.matcher(lower).matches() && !LOCAL.contains(top);
  }

  static String literal(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
  }

  private static String find() {
    try {
      InetAddress own = InetAddress.getLocalHost();
      Optional<String> name =
          Stream.of(own.getCanonicalHostName(), own.getHostName())
              .filter(HostName::isQualified)
              .findFirst();
      return name.orElseGet(() -> literal(own.isLoopbackAddress() ? anyAddress(own) : own));
    } catch (UnknownHostException nameless) {
      return literal(anyAddress(InetAddress.getLoopbackAddress()));
    }
  }

  private static InetAddress anyAddress(InetAddress otherwise) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .min((a, b) -> Boolean.compare(a instanceof Inet6Address, b instanceof Inet6Address))
          .orElse(otherwise);
    } catch (SocketException unknown) {
      return otherwise;
    }
  }
}
