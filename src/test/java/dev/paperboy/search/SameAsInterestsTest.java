package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.dump.DumpFile;
import dev.paperboy.dump.DumpReaders;
import dev.paperboy.dump.RefusedDump;
import dev.paperboy.interest.Term;
import dev.paperboy.match.Analyzer;
import dev.paperboy.match.PaperBatch;
import dev.paperboy.paper.ArchiveMark;
import dev.paperboy.paper.Listing;
import dev.paperboy.paper.NumberedPaper;
import dev.paperboy.paper.Paper;
import dev.paperboy.text.Word;
import dev.paperboy.text.WordScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain way as oracle: what a term of an interest meets among real papers. */
@Tag("full")
class SameAsInterestsTest {

  private static final Path DATA = Path.of("../shared/data");
  private static final int TERMS = 3000;
  private static final List<String> CHOSEN =
      List.of(
          "fine-tuning",
          "fine tuning",
          "finetuning",
          "finetuned",
          "data set",
          "datasets",
          "reinforcement learning",
          "RL",
          "rl",
          "LLM",
          "large language model",
          "GPT-4",
          "gpt4",
          "state of the art",
          "multi-modal",
          "multimodal",
          "pre-training",
          "pretrained",
          "3D",
          "text-to-image",
          "text to image",
          "vision language model",
          "zero shot",
          "benchmark",
          "world models",
          "time series",
          "open source",
          "offline RL",
          "retrieval augmented generation",
          "=RAG",
          "=LLM",
          "=Transformer",
          "unlearn*",
          "diff*",
          "multi-ag*",
          "finetun*",
          "video gen*",
          "in-context learning",
          "chain of thought",
          "the",
          "a",
          "of the",
          "self-supervised");

  @TempDir Path folder;
  private List<NumberedPaper> papers = List.of();

  @Test
  void a_term_finds_the_papers_that_it_meets() throws IOException {
    Analyzer analyzer = read();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      List<Paper> plain = papers.stream().map(NumberedPaper::paper).toList();
      TermLookup lookup = new TermLookup(analyzer, new Dictionary(reader), false);
      PaperBatch batch = new PaperBatch(plain, analyzer);
      List<String> differing = new ArrayList<>();
      long pairs = 0;
      long wrong = 0;
      for (Term term : terms()) {
        BitSet met = batch.mentioning(term);
        BitSet found = found(lookup.of(term, PaperField.TEXT), reader);
        BitSet different = (BitSet) met.clone();
        different.xor(found);
        pairs += met.cardinality();
        wrong += different.cardinality();
        if (!different.isEmpty()) {
          differing.add(term + ": met " + met.cardinality() + ", found " + found.cardinality());
        }
      }

      System.out.printf(
          "%d papers, %d pairs of term and paper, %d differ: %s%n",
          papers.size(), pairs, wrong, differing);
      assertThat(pairs).isGreaterThan(20_000);
      assertThat(wrong).as("of %d pairs: %s", pairs, differing).isLessThan(pairs / 2000);
    }
  }

  private BitSet found(Query query, DirectoryReader reader) throws IOException {
    BitSet found = new BitSet();
    for (ScoreDoc each : new IndexSearcher(reader).search(query, papers.size()).scoreDocs) {
      long number = PaperNumbers.of(reader, each.doc);
      for (int i = 0; i < papers.size(); i++) {
        if (papers.get(i).id() == number) {
          found.set(i);
        }
      }
    }
    return found;
  }

  /** Chosen ones, and runs of one to three words as they stand in the papers. */
  private List<Term> terms() {
    List<Term> terms = new ArrayList<>(CHOSEN.stream().map(Term::of).toList());
    Random random = new Random(7);
    while (terms.size() < TERMS) {
      String text = papers.get(random.nextInt(papers.size())).paper().abstractText();
      List<Word> words = WordScanner.words(text);
      int length = 1 + random.nextInt(3);
      if (words.size() > length) {
        int first = random.nextInt(words.size() - length);
        String run = text.substring(words.get(first).start(), words.get(first + length - 1).end());
        terms.add(Term.of(random.nextInt(10) == 0 ? run + "*" : run));
      }
    }
    return terms;
  }

  private Analyzer read() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "no real data in " + DATA);
    try (SearchRoom room = new SearchRoom(folder)) {
      for (String kind : List.of("captures", "daily_papers_json")) {
        for (Path file : files(kind)) {
          List<Listing> listings = listings(file);
          if (!listings.isEmpty()) {
            room.dump("2026-03-01", listings.toArray(Listing[]::new));
          }
        }
      }
      List<NumberedPaper> all = new ArrayList<>();
      room.catalogue.changedAfter(ArchiveMark.EMPTY, all::add);
      papers = all;
      return room.analyzer();
    }
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve(kind))) {
      return files.sorted().toList();
    }
  }

  private static List<Listing> listings(Path file) throws IOException {
    try {
      return new DumpReaders().read(DumpFile.read(file, 1 << 25)).listings();
    } catch (RefusedDump e) {
      return List.of();
    }
  }
}
