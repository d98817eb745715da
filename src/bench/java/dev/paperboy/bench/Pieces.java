package dev.paperboy.bench;

import dev.paperboy.digest.WholeRun;
import dev.paperboy.interest.Criteria;
import dev.paperboy.interest.DigestWishes;
import dev.paperboy.interest.Interest;
import dev.paperboy.interest.Interests;
import dev.paperboy.interest.InterestsParser;
import dev.paperboy.interest.InterestsPrinter;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.Paper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times of the single pieces of a run, by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Pieces {

  private static final int TERMS = 10_000;

  /** The folder of real papers. */
  @Param("../shared/data")
  String data = "";

  private final InterestsParser parser = new InterestsParser(DigestWishes.DEFAULT);
  private List<Paper> papers = List.of();
  private List<Criteria> criteria = List.of();
  private String document = "";
  private Interests reader = new Interests(List.of(), List.of(), DigestWishes.DEFAULT, null);
  private PaperBatch batch = new PaperBatch(List.of());

  /** Reads the papers and generates what is asked for. */
  @Setup
  public void read() {
    RealPapers real = RealPapers.in(Path.of(data));
    Readers readers = Readers.zipf(Phrases.of(real.all()), TERMS);
    papers = real.batch();
    criteria = readers.distinct().stream().limit(TERMS).map(TermCriteria::of).toList();
    reader =
        new Interests(
            criteria.subList(0, Readers.TERMS).stream()
                .map(each -> new Interest(each.any().get(0).text(), each, 1))
                .toList(),
            List.of(),
            DigestWishes.DEFAULT,
            null);
    document = new InterestsPrinter().print(reader);
    batch = BatchMaker.knowingNothing().batch(papers);
  }

  /** All papers of the text captures, as a run begins. */
  @Benchmark
  public PaperBatch analyse_the_papers_of_a_run() {
    return BatchMaker.knowingNothing().batch(papers);
  }

  /**
   * Ten thousand distinct terms in a batch that has not seen them, the papers' analysis included.
   */
  @Benchmark
  public int match_ten_thousand_terms() {
    PaperBatch fresh = BatchMaker.knowingNothing().batch(papers);
    int matches = 0;
    for (Criteria each : criteria) {
      matches += fresh.matches(each).size();
    }
    return matches;
  }

  /** A document of five interests with every digest key. */
  @Benchmark
  public InterestsParser.Parsed parse_an_interests_document() {
    return parser.parse(document);
  }

  /** The selection for one reader whose terms others have asked for already. */
  @Benchmark
  public WholeRun.Outcome compose_one_digest() {
    return WholeRun.composed(batch, List.of(reader));
  }
}
