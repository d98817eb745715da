package dev.paperboy.paper;

import java.util.Optional;

/**
 * What a dump added to the archive.
 *
 * @param edition the edition of its new papers; empty where all were known
 * @param listings papers in the dump
 * @param known papers among them that the archive had already
 */
public record Recorded(Optional<Edition> edition, int listings, int known) {

  /** Papers that were new. */
  public int added() {
    return edition.map(Edition::papers).orElse(0);
  }
}
