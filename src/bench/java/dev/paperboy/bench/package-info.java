/**
 * Measurements of the real code on real papers: speed of matching and of a whole run, and how well
 * terms find what they should. Built by the profile {@code bench} only; {@code src/bench/run} is
 * the way in, {@code docs/performance.md} holds what came out.
 *
 * <p>Readers are generated from phrases that stand in the papers, always the same ones for the same
 * papers. What is measured is called as production calls it; {@link dev.paperboy.bench.BatchMaker}
 * is the one place that knows how a batch is made.
 */
@NullMarked
package dev.paperboy.bench;

import org.jspecify.annotations.NullMarked;
