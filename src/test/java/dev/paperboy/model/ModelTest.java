package dev.paperboy.model;

import dev.paperboy.store.TestDatabase;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The central promise: never twice, never missed, one mail at the reader's hour, and nothing undone
 * that a reader has decided. The program takes random steps, and every reader is compared with
 * {@link Promise} after each. {@code -Dmodel.seed}, {@code -Dmodel.sequences} and {@code
 * -Dmodel.steps} make it longer, or take the same steps again.
 */
class ModelTest {

  private static final long SEED = Long.getLong("model.seed", 20251201);
  private static final int STEPS = Integer.getInteger("model.steps", 50);
  private static final int FEW = Integer.getInteger("model.sequences", 1);
  private static final int MANY = Integer.getInteger("model.sequences", 60);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void every_reader_stands_as_promised_after_each_random_step(TestDatabase database) {
    run(database, 1, FEW);
  }

  @Test
  void every_reader_stands_as_promised_with_two_processes() {
    run(TestDatabase.POSTGRES, 2, FEW);
  }

  @Tag("full")
  @ParameterizedTest
  @EnumSource
  void every_reader_stands_as_promised_in_many_sequences(TestDatabase database) {
    run(database, 1, MANY);
  }

  @Tag("full")
  @Test
  void every_reader_stands_as_promised_in_many_sequences_with_two_processes() {
    run(TestDatabase.POSTGRES, 2, MANY);
  }

  private void run(TestDatabase database, int nodes, int sequences) {
    for (int i = 0; i < sequences; i++) {
      run(database, nodes, SEED + i);
    }
  }

  private void run(TestDatabase database, int nodes, long seed) {
    try (ModelRun run = new ModelRun(folder, database.fresh(), nodes)) {
      try {
        RandomSteps steps = new RandomSteps(run, new Random(seed));
        for (int i = 0; i < STEPS; i++) {
          steps.step();
        }
        steps.settle();
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError(
            "%s%n  on %s with %d processes; again: -Dmodel.seed=%d -Dmodel.sequences=1 -Dmodel.steps=%d%n  %s"
                .formatted(
                    broken.getMessage(),
                    database,
                    nodes,
                    seed,
                    STEPS,
                    String.join("\n  ", run.history())),
            broken);
      }
    }
  }
}
