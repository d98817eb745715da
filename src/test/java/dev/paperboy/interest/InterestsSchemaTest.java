package dev.paperboy.interest;

import static dev.paperboy.interest.EditorSchema.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema and parser say the same, as far as a schema can. */
class InterestsSchemaTest {

  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interests: robots",
        "interests: 3D",
        "interests: [3D, 2024, 1e5, null, true, ~x, 0x1F, .5, 12:30, 2024-01-31, '  =RAG ', \"gr*\"]",
        "interests: {any: x}",
        "interests: [{any: x}, {all: [y]}, {author: Bea}, {organization: [Z, 360]}]",
        "interests: [{any: [], all: x, not: [], author: []}]",
        "interests: [{author: [Null, 王小明, d'Alembert, true, 1e5]}]",
        "interests: [{name: 2024, any: x, in: TITLE, boost: .5, min_votes: 0}]",
        "interests: [{any: x, in: ' Abstract ', boost: '10.0', min_votes: '+007'}]",
        "interests: [{any: x, boost: 0.1}, {any: y, boost: 10}, {any: z, boost: '.1'}]",
        "interests: [{any: x, min_votes: 100000}, {any: y, min_votes: '100000'}]",
        "interests: x\nmute: 42",
        "interests: x\nmute: []",
        "interests: x\ndigest: {}",
        "interests: x\ndigest: {every: Week, on: FRIDAY, at: 7:05, timezone: +02:00}",
        "interests: x\ndigest: {at: '23:59', timezone: -5, papers: 50, trending: 20}",
        "interests: x\ndigest: {timezone: +0530, papers: '1', trending: '0'}",
        "interests: x\ndigest: {quiet_day: Roll, format: TEXT}",
        "interests: x\npause_until: 2030-12-31",
        "interests: x\npause_until: ' 2030-01-01 '"
      })
  void what_the_parser_accepts_the_schema_accepts(String yaml) {
    assertThat(PARSER.parse(yaml).problems()).isEmpty();
    assertThat(complaints(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mute: x",
        "{}",
        "[robots]",
        "robots",
        "intrests: x",
        "interests: x\nmutes: y",
        "interests: []",
        "interests: [[x]]",
        "interests: ['']",
        "interests: ['!!']",
        "interests: ['*']",
        "interests: ['=']",
        "interests: [gr*sp]",
        "interests: ['=x*']",
        "interests: [' =xy* ']",
        "interests: [{}]",
        "interests: [{name: x}]",
        "interests: [{min_votes: 5}]",
        "interests: [{not: x}]",
        "interests: [{any: x, tittle: y}]",
        "interests: [{any: {x: y}}]",
        "interests: [{any: [[x]]}]",
        "interests: [{any: x, name: ''}]",
        "interests: [{any: x, name: [y]}]",
        "interests: [{any: x, in: titel}]",
        "interests: [{any: x, in: [title]}]",
        "interests: [{any: x, boost: 0}]",
        "interests: [{any: x, boost: 0.09}]",
        "interests: [{any: x, boost: 10.5}]",
        "interests: [{any: x, boost: '10.01'}]",
        "interests: [{any: x, boost: lots}]",
        "interests: [{any: x, min_votes: -1}]",
        "interests: [{any: x, min_votes: 100001}]",
        "interests: [{any: x, min_votes: '100001'}]",
        "interests: [{any: x, min_votes: 1.5}]",
        "interests: [{author: '='}]",
        "interests: [{author: '42'}]",
        "interests: [{author: Ben*}]",
        "interests: [{author: =Bea}]",
        "interests: [{organization: '--'}]",
        "interests: [{organization: {x: y}}]",
        "interests: x\nmute: {any: y}",
        "interests: x\ndigest: day",
        "interests: x\ndigest: {every: month}",
        "interests: x\ndigest: {evry: day}",
        "interests: x\ndigest: {on: 1}",
        "interests: x\ndigest: {at: 24:00}",
        "interests: x\ndigest: {at: 7.30}",
        "interests: x\ndigest: {papers: 0}",
        "interests: x\ndigest: {papers: 51}",
        "interests: x\ndigest: {papers: '51'}",
        "interests: x\ndigest: {papers: many}",
        "interests: x\ndigest: {trending: 21}",
        "interests: x\ndigest: {trending: -1}",
        "interests: x\ndigest: {quiet_day: no}",
        "interests: x\ndigest: {format: pdf}",
        "interests: x\ndigest: {timezone: [UTC]}",
        "interests: x\npause_until: tomorrow",
        "interests: x\npause_until: 2030-13-01",
        "interests: x\npause_until: 24.12.2030"
      })
  void what_is_wrong_in_itself_both_refuse(String yaml) {
    assertThat(PARSER.parse(yaml).problems()).isNotEmpty();
    assertThat(complaints(yaml)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interests: [%s]               | x%d, | 100",
        "'interests: x\nmute: [%s]'    | x%d, | 100",
        "interests: [{any: [%s]}]      | x%d, | 20",
        "interests: [{all: [%s]}]      | x%d, | 20",
        "interests: [{any: [%s]}]      | 'x,' | 20",
        "interests: [{any: z, not: [%s]}] | x%d, | 19",
        "interests: [{author: [%s]}]   | x%d, | 20",
        "interests: [{organization: [%s]}] | x%d, | 20",
        "interests: %s                 | x    | 100",
        "interests: [{author: %s}]     | x    | 100",
        "interests: [{any: y, name: %s}] | x  | 100",
      })
  void both_count_alike(String document, String piece, int most) {
    String full = document.formatted(repeated(piece, most));
    assertThat(PARSER.parse(full).problems()).isEmpty();
    assertThat(complaints(full)).isEmpty();
    // The schema counts each list by itself, the parser all of an interest together.
    String over = document.formatted(repeated(piece, most == 19 ? 21 : most + 1));
    assertThat(PARSER.parse(over).problems()).isNotEmpty();
    assertThat(complaints(over)).isNotEmpty();
  }

  private static String repeated(String piece, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(piece.formatted(i));
    }
    return text.toString();
  }
}
