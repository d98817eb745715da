package dev.paperboy.interest;

import static dev.paperboy.interest.EditorSchema.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema holds the words, limits and defaults of the code, and explains them. */
class SchemaContentTest {

  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);
  private static final JsonNode SCHEMA = EditorSchema.json();
  private static final JsonNode INTEREST = SCHEMA.at("/definitions/interest");
  private static final JsonNode DIGEST = SCHEMA.at("/definitions/digest");

  @Test
  void the_schema_knows_the_keys_and_no_others() {
    assertThat(keys(SCHEMA)).containsExactlyInAnyOrderElementsOf(InterestsParser.KEYS);
    assertThat(keys(INTEREST)).containsExactlyElementsOf(InterestReader.KEYS);
    assertThat(keys(DIGEST)).containsExactlyElementsOf(DigestWishesReader.KEYS);
    assertThat(INTEREST.get("anyOf").findValuesAsText("required")).hasSize(4);
    assertThat(Stream.of(SCHEMA, INTEREST, DIGEST))
        .allMatch(object -> object.get("additionalProperties").isBoolean());
  }

  @Test
  void its_words_are_those_of_the_code() {
    assertThat(words(INTEREST, "in")).isEqualTo(words(Scope.values()));
    assertThat(words(DIGEST, "every")).isEqualTo(words(Every.values()));
    assertThat(words(DIGEST, "on")).isEqualTo(words(DayOfWeek.values()));
    assertThat(words(DIGEST, "quiet_day")).isEqualTo(words(QuietDay.values()));
    assertThat(words(DIGEST, "format")).isEqualTo(words(Format.values()));
  }

  @Test
  void its_limits_are_those_of_the_code() {
    assertThat(SCHEMA.at("/properties/interests/anyOf/2/maxItems").intValue())
        .isEqualTo(InterestsParser.MOST_INTERESTS);
    assertThat(SCHEMA.at("/properties/mute/anyOf/1/maxItems").intValue())
        .isEqualTo(InterestsParser.MOST_MUTES);
    for (String list : List.of("any", "all", "not", "author", "organization")) {
      assertThat(INTEREST.at("/properties/" + list + "/anyOf/1/maxItems").intValue())
          .isEqualTo(InterestReader.MOST_TERMS);
    }
    for (String text : List.of("term", "words", "person", "place", "interest/properties/name")) {
      assertThat(SCHEMA.at("/definitions/" + text + "/maxLength").intValue())
          .isEqualTo(TermReader.LONGEST);
    }
    assertThat(bounds(DIGEST, "papers"))
        .containsExactly(1.0, (double) DigestWishesReader.MOST_PAPERS);
    assertThat(bounds(DIGEST, "trending"))
        .containsExactly(0.0, (double) DigestWishesReader.MOST_TRENDING);
    assertThat(bounds(INTEREST, "min_votes"))
        .containsExactly(0.0, (double) InterestReader.MOST_VOTES);
    assertThat(bounds(INTEREST, "boost"))
        .containsExactly(InterestReader.LEAST_BOOST, InterestReader.MOST_BOOST);
  }

  @Test
  void the_documentation_gives_the_limits_of_the_code() throws IOException {
    assertThat(Files.readString(Path.of("docs/interests.md")))
        .contains(
            """
            | interests | %d |
            | terms and names in one interest | %d |
            | muted terms | %d |
            | characters of a term or a name | %d |
            | words of a term | %d |
            | characters of the document | %d |
            """
                .formatted(
                    InterestsParser.MOST_INTERESTS,
                    InterestReader.MOST_TERMS,
                    InterestsParser.MOST_MUTES,
                    TermReader.LONGEST,
                    Term.MOST_WORDS,
                    InterestsParser.LONGEST_DOCUMENT));
  }

  @Test
  void its_defaults_are_those_of_a_reader_who_asks_for_nothing() {
    StringBuilder digest = new StringBuilder("interests: x\ndigest:\n");
    DIGEST
        .get("properties")
        .properties()
        .forEach(
            key ->
                digest
                    .append("  ")
                    .append(key.getKey())
                    .append(": ")
                    .append(key.getValue().get("default"))
                    .append('\n'));
    DigestWishes others =
        new DigestWishes(
            new DigestWishes.Rhythm(
                Every.WEEK, DayOfWeek.SUNDAY, LocalTime.NOON, ZoneId.of("Asia/Tokyo")),
            1,
            1,
            QuietDay.ROLL,
            Format.TEXT);
    assertThat(
            new InterestsParser(others).parse(digest.toString()).interests().orElseThrow().digest())
        .isEqualTo(DigestWishes.DEFAULT);
    assertThat(INTEREST.at("/properties/in/default").asText()).isEqualTo("anywhere");
    assertThat(INTEREST.at("/properties/boost/default").asInt()).isEqualTo(1);
    assertThat(INTEREST.at("/properties/min_votes/default").asInt()).isZero();
  }

  @Test
  void every_key_explains_itself_and_its_examples_are_good() {
    for (JsonNode object : List.of(SCHEMA, INTEREST, DIGEST)) {
      object
          .get("properties")
          .properties()
          .forEach(
              key -> {
                JsonNode value = key.getValue().has("$ref") ? DIGEST : key.getValue();
                assertThat(value.path("description").asText()).as(key.getKey()).endsWith(".");
                value
                    .path("examples")
                    .forEach(example -> assertGood(object, key.getKey(), example));
              });
    }
    SCHEMA
        .at("/definitions/term/examples")
        .forEach(term -> assertThat(PARSER.parse("interests: " + term).problems()).isEmpty());
  }

  private static void assertGood(JsonNode object, String key, JsonNode example) {
    String line = key + ": " + example;
    String yaml =
        object.equals(SCHEMA)
            ? "interests: x\n" + line
            : object.equals(DIGEST)
                ? "interests: x\ndigest: {" + line + "}"
                : "interests: [{" + (key.equals("any") ? "" : "any: x, ") + line + "}]";
    assertThat(PARSER.parse(yaml).problems()).as(yaml).isEmpty();
    assertThat(complaints(yaml)).as(yaml).isEmpty();
  }

  @Test
  void a_term_in_a_list_is_the_term_that_is_explained() {
    List<String> rules = List.of("type", "maxLength", "pattern", "patternErrorMessage");
    for (String rule : rules) {
      assertThat(SCHEMA.at("/definitions/words/" + rule))
          .isEqualTo(SCHEMA.at("/definitions/term/" + rule));
    }
  }

  @Test
  void it_is_a_schema_of_the_draft_it_names() {
    assertThat(SCHEMA.get("$schema").asText()).isEqualTo(Dialects.getDraft7().getId());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of(Dialects.getDraft7().getId()))
                .validate(SCHEMA))
        .isEmpty();
  }

  @Test
  void the_jar_has_the_file_of_the_documentation() throws IOException {
    try (InputStream packed = InterestsParser.class.getResourceAsStream("/interests.schema.json")) {
      assertThat(packed).hasBinaryContent(Files.readAllBytes(EditorSchema.FILE));
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.get("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> words(JsonNode object, String key) {
    List<String> words = new ArrayList<>();
    object.at("/properties/" + key + "/anyOf/0/enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<Double> bounds(JsonNode object, String key) {
    JsonNode number = object.at("/properties/" + key + "/anyOf/0");
    return List.of(number.get("minimum").doubleValue(), number.get("maximum").doubleValue());
  }
}
