package dev.paperboy.match;

import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;

/** A part of a paper that hits stand in. */
public enum Field {
  TITLE,
  ABSTRACT,
  AUTHORS,
  ORGANIZATION;

  static final String BETWEEN_AUTHORS = ", ";

  /**
   * The text that the offsets of hits count in: the clean title or abstract, the names of the
   * authors with a comma and a space between them, the name of the organization.
   */
  public String textOf(Paper paper) {
    return switch (this) {
      case TITLE -> paper.title();
      case ABSTRACT -> paper.abstractText();
      case AUTHORS -> String.join(BETWEEN_AUTHORS, paper.details().authors().names());
      case ORGANIZATION -> {
        Organization organization = paper.details().organization();
        yield organization == null ? "" : organization.name();
      }
    };
  }
}
