package dev.paperboy.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperDetails;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper as {@code papers --format json} prints it. The names of its fields are a promise. */
record PaperDocument(
    String key,
    @JsonProperty("arxiv_id") @Nullable String arxivId,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    @JsonProperty("author_count") int authorCount,
    @Nullable String organization,
    @JsonProperty("organization_slug") @Nullable String organizationSlug,
    @Nullable String published,
    int votes,
    int comments,
    int edition,
    @JsonProperty("first_dump") String firstDump,
    @JsonProperty("last_dump") String lastDump,
    @Nullable String page,
    @Nullable String repository,
    @Nullable String project) {

  static PaperDocument of(Paper paper) {
    PaperDetails details = paper.details();
    Organization organization = details.organization();
    return new PaperDocument(
        paper.key(),
        details.arxivId(),
        details.title(),
        details.abstractText(),
        details.authors().names(),
        details.authors().count(),
        organization == null ? null : organization.name(),
        organization == null ? null : organization.slug(),
        Objects.toString(details.published(), null),
        paper.popularity().votes(),
        paper.popularity().comments(),
        paper.edition(),
        paper.mentions().first(),
        paper.mentions().last(),
        Objects.toString(details.links().page(), null),
        Objects.toString(details.links().repository(), null),
        Objects.toString(details.links().project(), null));
  }
}
