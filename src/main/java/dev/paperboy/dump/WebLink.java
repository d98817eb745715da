package dev.paperboy.dump;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links that may stand in a mail: absolute, {@code http} or {@code https}, without credentials. */
final class WebLink {

  private static final int LONGEST = 2_000;
  private static final Pattern PAPER_ID =
      Pattern.compile("[A-Za-z0-9][\\w.-]*(?:/[\\w-][\\w.-]*)?");

  private WebLink() {}

  /** The link, or null if it is none that a reader should follow. */
  static @Nullable URI of(@Nullable String raw) {
    if (raw == null || raw.length() > LONGEST) {
      return null;
    }
    try {
      URI uri = new URI(raw.strip());
      String scheme = String.valueOf(uri.getScheme());
      boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      return web && uri.getHost() != null && uri.getUserInfo() == null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The paper's page on Hugging Face, or null if the id cannot stand in an address. */
  static @Nullable URI page(String id) {
    boolean plain = id.length() <= 100 && PAPER_ID.matcher(id).matches();
    return plain ? URI.create("https://huggingface.co/papers/" + id) : null;
  }
}
