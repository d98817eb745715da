package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.Criteria.Scope;
import dev.paperboy.interest.Criteria.Source;
import dev.paperboy.interest.DigestWishes.Every;
import dev.paperboy.interest.DigestWishes.Format;
import dev.paperboy.interest.DigestWishes.QuietDay;
import dev.paperboy.interest.DigestWishes.Rhythm;
import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.interest.Term.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InterestsPrinterTest {

  private static final InterestsPrinter PRINTER = new InterestsPrinter();

  /** Other defaults than the values can have, so that nothing comes from them. */
  private static final InterestsParser PARSER =
      new InterestsParser(
          new DigestWishes(
              new Rhythm(Every.DAY, DayOfWeek.SUNDAY, LocalTime.of(4, 4), ZoneId.of("+13:37")),
              49,
              19,
              QuietDay.SKIP,
              Format.HTML));

  @Property(tries = 200)
  void what_is_printed_is_read_as_the_same(@ForAll("interests") Interests interests) {
    Parsed parsed = PARSER.parse(PRINTER.print(interests));
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.interests()).contains(interests);
  }

  @Property(tries = 500)
  void any_document_is_answered_with_interests_or_problems(@ForAll("documents") String document) {
    Parsed parsed = PARSER.parse(document);
    assertThat(parsed.interests().isPresent()).isEqualTo(parsed.problems().isEmpty());
    parsed
        .interests()
        .ifPresent(
            values -> assertThat(PARSER.parse(PRINTER.print(values)).interests()).contains(values));
  }

  @Property(tries = 500)
  void every_word_survives_in_a_starter(@ForAll("terms") Term term) {
    Parsed parsed = PARSER.parse(PRINTER.starter(List.of(term.toString())));
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.interests().orElseThrow().interests())
        .containsExactly(InterestReader.bare(term));
  }

  @Example
  void words_that_mean_something_to_yaml_survive_in_a_starter() {
    List<String> words =
        List.of(
            "null", "a: b", "#x", "- y", "12:30", "~z", "=RAG", "grasp*", "\"q\"", "it's z", "[z]",
            "a #b", "&c", "!d", "%e", "@f", "`g`", "{h}", "|z", ">j", "? k", "\\l", "--- m", "~n");
    Parsed parsed = PARSER.parse(PRINTER.starter(words));
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.interests().orElseThrow().interests())
        .extracting(Interest::name)
        .containsExactlyElementsOf(words);
  }

  @Example
  void a_starter_without_words_is_a_valid_document() {
    assertThat(PARSER.parse(PRINTER.starter(List.of())).interests()).isPresent();
  }

  @Example
  void a_starter_with_its_examples_switched_on_is_a_valid_document() {
    String document =
        PRINTER
            .starter(List.of("robotics"))
            .replaceAll("(?m)^# (?=( {2,6}(- )?[a-z_]+:|mute:|digest:|pause_until:) ?[^ ]*)", "");
    Parsed parsed = PARSER.parse(document);
    assertThat(parsed.problems()).isEmpty();
    Interests interests = parsed.interests().orElseThrow();
    assertThat(interests.interests()).hasSize(4);
    assertThat(interests.mute()).hasSize(1);
    assertThat(interests.digest().rhythm().every()).isEqualTo(Every.WEEKDAY);
    assertThat(interests.pauseUntil()).isNotNull();
  }

  @Example
  void the_canonical_form_is_what_a_person_would_write() {
    String document =
        """
        interests:
          - reinforcement learning
          - "=RAG"
          - name: Machine unlearning
            any: [machine unlearning, "unlearn*"]
            not: ["2510"]
            author: [Yoshua Bengio]
            organization: [NVIDIA, "360"]
            in: title
            min_votes: 3
            boost: 2
        mute: [blockchain]
        digest:
          every: weekday
          on: monday
          at: "07:30"
          timezone: Europe/Berlin
          papers: 10
          trending: 3
          quiet_day: skip
          format: html
        pause_until: 2026-12-24
        """;
    assertThat(PRINTER.print(PARSER.parse(document).interests().orElseThrow())).isEqualTo(document);
  }

  @Provide
  Arbitrary<Term> terms() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars(" :#-\"'\\[]{},&!|>%@`~=?a").ofMaxLength(8),
                Arbitraries.of(
                    "null", "2510", "on", "1e3", "12:30", "C++", "a\uFEFFb", "\uD83D\uDE00"))
            .map(
                text ->
                    text.replaceAll(
                            "[\\s\\p{Z}\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069*]+", " ")
                        .strip())
            .map(text -> text.replaceAll("^[= ]+", "") + "xq");
    return Combinators.combine(texts, Arbitraries.of(Kind.class)).as(Term::new);
  }

  @Provide
  Arbitrary<Interests> interests() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 20_000).map(LocalDate.EPOCH::plusDays).injectNull(0.5);
    return Combinators.combine(
            interest()
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .uniqueElements(i -> i.name().toLowerCase(Locale.ROOT)),
            terms().list().uniqueElements().ofMaxSize(4),
            digest(),
            days)
        .as(Interests::new);
  }

  private Arbitrary<Interest> interest() {
    Arbitrary<List<Term>> list = terms().list().uniqueElements().ofMaxSize(5);
    Arbitrary<List<String>> names = terms().map(Term::text).list().uniqueElements().ofMaxSize(2);
    Arbitrary<Criteria> criteria =
        Combinators.combine(
                list,
                list,
                list,
                Arbitraries.of(Scope.class),
                Combinators.combine(names, names).as(Source::new),
                Arbitraries.integers().between(0, 100_000))
            .as(Criteria::new)
            .filter(InterestsPrinterTest::looksForSomething);
    Arbitrary<Interest> named =
        Combinators.combine(
                terms().map(Term::text),
                criteria,
                Arbitraries.doubles().between(0.1, 10).ofScale(17))
            .as(Interest::new);
    return Arbitraries.oneOf(named, terms().map(InterestReader::bare));
  }

  private static boolean looksForSomething(Criteria criteria) {
    return !criteria.any().isEmpty()
        || !criteria.all().isEmpty()
        || !criteria.source().equals(Source.ANYBODY);
  }

  private Arbitrary<DigestWishes> digest() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute));
    Arbitrary<Rhythm> rhythms =
        Combinators.combine(
                Arbitraries.of(Every.class),
                Arbitraries.of(DayOfWeek.class),
                times,
                Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of))
            .as(Rhythm::new);
    return Combinators.combine(
            rhythms,
            Arbitraries.integers().between(1, 50),
            Arbitraries.integers().between(0, 20),
            Arbitraries.of(QuietDay.class),
            Arbitraries.of(Format.class))
        .as(DigestWishes::new);
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "interests:",
            "\n  - ",
            "\n    ",
            "\n",
            "any: ",
            "all: ",
            "not: ",
            "name: ",
            "in: title",
            "boost: 2",
            "digest:",
            "every: ",
            "at: 07:30",
            "timezone: ",
            "papers: 3",
            "mute: ",
            "pause_until: 2026-01-01",
            "[",
            "]",
            "a, b",
            "topic",
            "\"=X\"",
            "\"y*\"",
            "author: z",
            "organization: ",
            "min_votes: 3",
            "#",
            " ",
            "\"",
            "'",
            "*",
            "=")
        .list()
        .ofMaxSize(20)
        .map(parts -> "interests:\n  - t\n" + String.join("", parts));
  }
}
