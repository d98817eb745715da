package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.match.Field;
import dev.paperboy.match.Hit;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import dev.paperboy.template.Templates;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {

  private static final Paper PAPER =
      new Paper(
          "key",
          new PaperDetails(
              null,
              "A robot",
              "Robots and eggs.",
              Authors.named(List.of("Bo Lin", "Ada Weber")),
              new Organization("lab", "The Lab"),
              null,
              Links.NONE),
          Popularity.NONE,
          1,
          new Paper.Mentions("a", "a"));

  @Test
  void words_authors_and_the_organization_are_named_as_the_paper_has_them() {
    assertThat(
            words(
                new Hit(Field.TITLE, 2, 7, "robots"),
                new Hit(Field.ABSTRACT, 11, 15, "egg"),
                new Hit(Field.AUTHORS, 8, 17, "a. weber"),
                new Hit(Field.ORGANIZATION, 4, 7, "lab")))
        .isEqualTo(
            "matches “robot” in the title and “eggs” in the abstract, by “Ada Weber”, from “Lab”");
  }

  @Test
  void a_source_alone_is_a_reason() {
    assertThat(words(new Hit(Field.ORGANIZATION, 0, 7, "lab"))).isEqualTo("from “The Lab”");
  }

  private static String words(Hit... hits) {
    Digest.Entry entry = new Digest.Entry(PAPER, List.of(new Digest.Reason("name", List.of(hits))));
    return new ReasonWords(new Templates(Path.of("templates")).style().texts())
        .of(entry)
        .get(0)
        .words();
  }
}
