package dev.paperboy.interest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.interest.InterestsParser.Parsed;
import dev.paperboy.yaml.Problem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

/** Documents read as the tests of this package need it. */
final class Parsing {

  private static final InterestsParser PARSER = new InterestsParser(DigestWishes.DEFAULT);
  private static final Duration AT_MOST = Duration.ofMillis(500);

  private Parsing() {}

  static Interests good(String yaml) {
    Parsed parsed = PARSER.parse(yaml);
    assertThat(parsed.problems()).as(yaml).isEmpty();
    return parsed.interests().orElseThrow();
  }

  static Interest onlyInterest(String yaml) {
    List<Interest> interests = good(yaml).interests();
    assertThat(interests).hasSize(1);
    return interests.get(0);
  }

  static List<Problem> problems(String yaml) {
    Parsed parsed = PARSER.parse(yaml);
    assertThat(parsed.interests()).as(yaml).isEmpty();
    assertThat(parsed.problems()).as(yaml).isNotEmpty();
    return parsed.problems();
  }

  /** Each problem as {@code line:column message}. */
  static List<String> placed(String yaml) {
    return problems(yaml).stream()
        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
        .toList();
  }

  /** Counts processor time, for the machine may be busy with other things. */
  static Parsed quickly(String yaml) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Parsed parsed = PARSER.parse(yaml);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(AT_MOST);
    return parsed;
  }
}
