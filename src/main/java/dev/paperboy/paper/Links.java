package dev.paperboy.paper;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a paper lives on the web; always {@code http} or {@code https}.
 *
 * @param page the paper's own page
 * @param repository its code
 * @param project its project page
 */
public record Links(@Nullable URI page, @Nullable URI repository, @Nullable URI project) {

  /** No link is known. */
  public static final Links NONE = new Links(null, null, null);
}
