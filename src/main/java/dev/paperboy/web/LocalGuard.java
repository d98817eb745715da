package dev.paperboy.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets only requests of this machine through; for all others there is no such page. Three things
 * tell: the address that asks, that no proxy passed the request on for somebody else, and that the
 * browser means this machine, for a foreign name may be made to lead here (DNS rebinding).
 */
final class LocalGuard {

  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private static final Pattern LOCAL_HOST =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private LocalGuard() {}

  static Handler local(Handler page) {
    return context -> {
      if (!isLocal(context)) {
        throw new NotFoundResponse();
      }
      page.handle(context);
    };
  }

  static boolean isLocal(Context context) {
    String host = context.header("Host");
    return isLoopback(context.req().getRemoteAddr())
        && PASSED_ON.stream().noneMatch(name -> context.header(name) != null)
        && host != null
        && LOCAL_HOST.matcher(host).matches();
  }

  private static boolean isLoopback(String address) {
    try {
      // Jetty gives figures, so nothing is looked up.
      return InetAddress.getByName(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
