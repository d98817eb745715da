package dev.paperboy.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.digest.Digest.Days;
import dev.paperboy.digest.Digest.Editions;
import dev.paperboy.digest.Digest.Entry;
import dev.paperboy.digest.Digest.Reason;
import dev.paperboy.digest.Digest.Section;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Popularity;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A digest as the store keeps it: which papers, why, and the figures of that day. The words come
 * from the archive again when the mail is made, and since titles and abstracts never change once
 * they are filled, the same selection always makes the same mail.
 *
 * @param since the first day covered; null in what was stored before it was known
 */
record Selection(
    List<Part> sections, List<Pick> trending, int more, @Nullable String since, boolean weekly) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Part(String interest, List<Pick> picks) {}

  record Pick(String paper, int votes, int comments, List<Reason> reasons) {}

  static Selection of(Digest digest) {
    return new Selection(
        digest.sections().stream()
            .map(section -> new Part(section.interest(), picks(section.entries())))
            .toList(),
        picks(digest.trending()),
        digest.more(),
        digest.days().first().toString(),
        digest.days().weekly());
  }

  static Selection fromJson(String json) {
    try {
      return JSON.readValue(json, Selection.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of all papers in it. */
  List<String> keys() {
    return Stream.concat(sections.stream().flatMap(part -> part.picks.stream()), trending.stream())
        .map(Pick::paper)
        .toList();
  }

  /** The digest again, with the words of these papers. */
  Digest restore(LocalDate date, Editions editions, List<Paper> papers) {
    Map<String, Paper> byKey = papers.stream().collect(Collectors.toMap(Paper::key, p -> p));
    LocalDate first = since == null ? date : LocalDate.parse(since);
    return new Digest(
        new Days(first, date, weekly),
        editions,
        sections.stream()
            .map(part -> new Section(part.interest, entries(part.picks, byKey)))
            .toList(),
        entries(trending, byKey),
        more);
  }

  private static List<Pick> picks(List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                new Pick(
                    entry.paper().key(),
                    entry.paper().popularity().votes(),
                    entry.paper().popularity().comments(),
                    entry.reasons()))
        .toList();
  }

  private static List<Entry> entries(List<Pick> picks, Map<String, Paper> byKey) {
    return picks.stream()
        .flatMap(
            pick ->
                Optional.ofNullable(byKey.get(pick.paper)).stream()
                    .map(paper -> new Entry(asOfThen(paper, pick), pick.reasons)))
        .toList();
  }

  private static Paper asOfThen(Paper paper, Pick pick) {
    return new Paper(
        paper.key(),
        paper.details(),
        new Popularity(pick.votes, pick.comments),
        paper.edition(),
        paper.mentions());
  }
}
