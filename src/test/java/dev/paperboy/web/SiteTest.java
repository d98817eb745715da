package dev.paperboy.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Listings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites of one test know nothing of those of another, though they share a database in turn. */
class SiteTest {

  private static final String ROBOTS = "interests: [robot]\n";

  @TempDir Path folder;

  @Test
  void a_new_site_has_nothing_of_the_one_before() {
    List<String> nothing;
    try (Site first = Site.open(folder.resolve("first"))) {
      nothing = first.content();
      use(first);
      assertThat(first.content()).isNotEqualTo(nothing);
    }
    try (Site second = Site.open(folder.resolve("second"))) {
      assertThat(second.content()).isEqualTo(nothing);
      assertThat(second.get("/").body()).doesNotContain("Robots");
      assertThat(second.subscriber("ben@example.org", ROBOTS).id()).isEqualTo(1);
    }
  }

  @Test
  void two_sites_at_the_same_time_share_nothing() {
    try (Site first = Site.open(folder.resolve("first"));
        Site second = Site.open(folder.resolve("second"))) {
      use(first);
      assertThat(second.readership.subscribers().all()).isEmpty();
      use(second);
      assertThat(first.readership.subscribers().all()).hasSize(2);
    }
  }

  private static void use(Site site) {
    site.dump("2026-03-04", false, Listings.listing("2603.00001", "Robots", "Words of robots."));
    site.subscriber("ada@example.org", ROBOTS);
    site.post("/subscribe", Site.FORM, "topics=robot&email=new%40example.org");
    assertThat(site.get("/").body()).contains("Robots");
  }
}
