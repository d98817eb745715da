package dev.paperboy.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.paper.Paper.Mentions;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code paper}: the paper and its number. */
record PaperRow(long id, Paper paper) {

  /** Every column the mapper reads; the dumps' names come by join. */
  static final String SELECT =
      """
      select p.id, p.paper_key, p.arxiv_id, p.title, p.abstract, p.authors, p.author_count,
             p.organization_slug, p.organization_name, p.published, p.page, p.repository, p.project,
             p.votes, p.comments, p.edition, f.name as first_name, l.name as last_name
      from paper p
      join dump f on f.id = p.first_dump
      join dump l on l.id = p.last_dump
      """;

  static final RowMapper<PaperRow> MAPPER = (row, context) -> read(row);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private static PaperRow read(ResultSet row) throws SQLException {
    PaperDetails details =
        new PaperDetails(
            row.getString("arxiv_id"),
            row.getString("title"),
            row.getString("abstract"),
            new Authors(names(row.getString("authors")), row.getInt("author_count")),
            organization(row.getString("organization_slug"), row.getString("organization_name")),
            row.getObject("published", LocalDate.class),
            new Links(
                uri(row.getString("page")),
                uri(row.getString("repository")),
                uri(row.getString("project"))));
    Paper paper =
        new Paper(
            row.getString("paper_key"),
            details,
            new Popularity(row.getInt("votes"), row.getInt("comments")),
            row.getInt("edition"),
            new Mentions(row.getString("first_name"), row.getString("last_name")));
    return new PaperRow(row.getLong("id"), paper);
  }

  /** Author names as they stand in the column. */
  static String column(List<String> names) {
    try {
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(String column) {
    try {
      return JSON.readValue(column, NAMES);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Organization organization(@Nullable String slug, @Nullable String name) {
    return slug == null || name == null ? null : new Organization(slug, name);
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }
}
