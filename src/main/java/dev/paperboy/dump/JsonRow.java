package dev.paperboy.dump;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.paper.ArxivId;
import dev.paperboy.paper.Authors;
import dev.paperboy.paper.Links;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.Organization;
import dev.paperboy.paper.PaperDetails;
import dev.paperboy.paper.Popularity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@code daily_papers} answer.
 *
 * @param submitted the day the paper was put on the daily list, UTC
 * @param newest the newest of the row's publication days, UTC
 */
record JsonRow(Listing listing, @Nullable LocalDate submitted, @Nullable LocalDate newest) {

  private static final int FIRST_YEAR = 1991;
  private static final int LAST_YEAR = 2100;

  /** Empty if the row holds no paper with a title. */
  static Optional<JsonRow> of(JsonNode row) {
    JsonNode paper = row.path("paper");
    String title = ListingText.title(text(paper, row, "title"));
    if (title.isEmpty()) {
      return Optional.empty();
    }
    String id = paper.path("id").asText("").strip();
    LocalDate published = day(paper.path("publishedAt"));
    PaperDetails details =
        new PaperDetails(
            ArxivId.in(id).orElse(null),
            title,
            ListingText.abstractText(text(paper, row, "summary")),
            authors(paper.path("authors")),
            organization(row, paper),
            published,
            links(ArxivId.in(id).orElse(id), paper));
    Popularity popularity =
        new Popularity(count(paper.path("upvotes")), count(row.path("numComments")));
    LocalDate newest =
        Stream.of(Optional.ofNullable(published), Optional.ofNullable(day(row.path("publishedAt"))))
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo)
            .orElse(null);
    LocalDate submitted = day(paper.path("submittedOnDailyAt"));
    return Optional.of(new JsonRow(new Listing(details, popularity), submitted, newest));
  }

  private static String text(JsonNode paper, JsonNode row, String field) {
    String inner = paper.path(field).asText("");
    return inner.isBlank() && paper.isObject() ? row.path(field).asText("") : inner;
  }

  private static Authors authors(JsonNode authors) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : authors) {
      String name = ListingText.name(author.path("name").asText(""));
      if (!name.isEmpty() && !author.path("hidden").asBoolean(false)) {
        names.add(name);
      }
    }
    return Authors.named(names);
  }

  private static @Nullable Organization organization(JsonNode row, JsonNode paper) {
    return Stream.of(row, paper)
        .flatMap(node -> Stream.of(node.path("organization"), node.path("submitterOrganization")))
        .filter(node -> !node.path("name").asText("").isBlank())
        .findFirst()
        .map(JsonRow::organization)
        .orElse(null);
  }

  private static Organization organization(JsonNode node) {
    String slug = ListingText.name(node.path("name").asText(""));
    String name = ListingText.name(node.path("fullname").asText(""));
    return new Organization(slug, name.isEmpty() ? slug : name);
  }

  private static Links links(String id, JsonNode paper) {
    return new Links(
        WebLink.page(id),
        WebLink.of(paper.path("githubRepo").asText("")),
        WebLink.of(paper.path("projectPage").asText("")));
  }

  private static int count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() ? Math.max(0, node.intValue()) : 0;
  }

  private static @Nullable LocalDate day(JsonNode node) {
    try {
      LocalDate day =
          OffsetDateTime.parse(node.asText("")).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
      return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
