package dev.paperboy.search;

import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import java.util.List;
import java.util.Locale;

/** A part of a paper that is searched. */
enum PaperField {
  TITLE(3),
  ABSTRACT(1),
  AUTHORS(2),
  ORGANIZATION(2);

  /** Where the terms of interests are looked up. */
  static final List<PaperField> TEXT = List.of(TITLE, ABSTRACT);

  static final List<PaperField> ALL = List.of(values());

  private final float weight;

  PaperField(float weight) {
    this.weight = weight;
  }

  /** Its name in the index. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a find here counts, compared with one in the abstract. */
  float weight() {
    return weight;
  }

  /** What stands there, apart from each other. */
  List<String> textsOf(Paper paper) {
    return switch (this) {
      case TITLE -> List.of(paper.title());
      case ABSTRACT -> List.of(paper.abstractText());
      case AUTHORS -> paper.details().authors().names();
      case ORGANIZATION -> {
        Organization organization = paper.details().organization();
        yield organization == null ? List.of() : List.of(organization.name(), organization.slug());
      }
    };
  }
}
