package dev.paperboy.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.paperboy.paper.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer of Hugging Face's {@code daily_papers} interface: an array with one object for each
 * paper. Rows are read one after the other; a bad one is left out. Any other JSON is refused with a
 * sentence about what it is.
 */
public final class DailyPapersJsonReader implements DumpReader {

  private static final int MOST_PAPERS = 5_000;

  /** A brace and a single quote begin a Python dictionary. */
  private static final Pattern JSON =
      Pattern.compile("\\s*+(?:\\[\\s*+(?:[\\[\"\\]]|$|\\{(?!\\s*+'))|\\{(?!\\s*+'))");

  /** Deeper or longer than any real answer by far, and harmless to read. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxStringLength(1_000_000)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .build();

  private static final ObjectReader READER =
      new ObjectMapper(JsonFactory.builder().streamReadConstraints(LIMITS).build()).reader();

  @Override
  public String format() {
    return "daily-papers-json";
  }

  @Override
  public boolean accepts(DumpFile file) {
    return JSON.matcher(file.text()).lookingAt();
  }

  @Override
  public DumpContent read(DumpFile file) throws RefusedDump {
    try (JsonParser parser = READER.createParser(file.text())) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw JsonRefusals.object(READER.readTree(parser));
      }
      return list(parser, file);
    } catch (JsonProcessingException e) {
      throw JsonRefusals.syntax(e, file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DumpContent list(JsonParser parser, DumpFile file) throws IOException, RefusedDump {
    List<JsonRow> rows = new ArrayList<>();
    Problems problems = new Problems();
    int count = 0;
    int strings = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      count++;
      strings += token == JsonToken.VALUE_STRING ? 1 : 0;
      JsonNode node = READER.readTree(parser);
      Optional<JsonRow> row = JsonRow.of(node);
      row.ifPresentOrElse(rows::add, problemOf(problems, count));
      if (rows.size() > MOST_PAPERS) {
        throw new RefusedDump("The list holds more than " + MOST_PAPERS + " papers: no day does.");
      }
    }
    if (rows.isEmpty()) {
      throw JsonRefusals.noPaper(count, strings);
    }
    if (parser.nextToken() != null) {
      problems.add("The file goes on after the end of the list; that part was left out.");
    }
    DumpDate date = JsonDigestDate.of(rows, file, problems);
    List<Listing> listings = rows.stream().map(JsonRow::listing).toList();
    return new DumpContent(format(), date, listings, problems.sentences());
  }

  private static Runnable problemOf(Problems problems, int row) {
    return () -> problems.add("Row " + row + " has no paper with a title; it was left out.");
  }
}
