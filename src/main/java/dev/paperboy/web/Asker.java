package dev.paperboy.web;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * From which network a request comes: an IPv4 address, or the 64 bits of an IPv6 address that one
 * customer has.
 *
 * @param proxies so many proxies stand in front, each of which adds the address it was asked from
 *     to {@code X-Forwarded-For}; what stands there before is anybody's invention
 */
record Asker(int proxies) {

  /** Only what is an address in figures: names would be looked up. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final int NETWORK_BYTES = 8;

  String network(Context context) {
    return network(address(context));
  }

  private String address(Context context) {
    String peer = context.req().getRemoteAddr();
    String forwarded = context.header("X-Forwarded-For");
    if (proxies == 0 || forwarded == null) {
      return peer;
    }
    String[] addresses = forwarded.split(",", -1);
    return addresses[Math.max(0, addresses.length - proxies)].strip();
  }

  static String network(String address) {
    String bare = address.replaceAll("[\\[\\]]|%.*", "");
    if (!LITERAL.matcher(bare).matches()) {
      return "unknown";
    }
    try {
      InetAddress parsed = InetAddress.getByName(bare);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }
}
