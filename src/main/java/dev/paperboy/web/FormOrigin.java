package dev.paperboy.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses forms that a page of another site has sent. The token in the address is the authority;
 * this is a second lock, by what the browser says about the sender (Fetch Metadata, and RFC 6454).
 *
 * <p>Where the browser compares the two itself, that decides: the pages may be reached under
 * another name than the one in the links of mails, and scripts send that name as their origin.
 *
 * <p>{@code Origin: null} is let through: browsers send it for our own forms, because our pages ask
 * them for {@code Referrer-Policy: no-referrer}.
 */
final class FormOrigin {

  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final String own;

  FormOrigin(URI baseUrl) {
    this.own = origin(baseUrl);
  }

  void refuseForeign(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean foreign =
        site == null
            ? origin != null && !origin.equals("null") && !isOwn(origin)
            : !OWN_SITES.contains(site);
    if (foreign) {
      throw new ForbiddenResponse();
    }
  }

  private boolean isOwn(String origin) {
    try {
      return origin(URI.create(origin)).equals(own);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
  }
}
