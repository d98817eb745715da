/**
 * Which papers meet which interests, with a score and the words that prove it. Pure: no database,
 * no clock, no files.
 *
 * <p>The way through: an {@link dev.paperboy.match.Analyzer} reads terms, with the abbreviations
 * the archive has taught, as one or more {@code Reading}s. {@link dev.paperboy.match.PaperBatch}
 * keeps the words of titles and abstracts in a {@code WordTable} and the runs of their stems in
 * {@code NGrams}; {@code TermFinder} looks a reading up there, {@code Makers} authors and
 * organizations; {@code Evaluator} puts an interest's conditions together and {@code Scorer} weighs
 * what was found. {@link dev.paperboy.match.Highlights} marks the hits in a text. {@link
 * dev.paperboy.match.Adviser} says what interests would have found in the past.
 *
 * <p>Cost: the papers of a batch are analysed once; each distinct term and each distinct interest
 * is evaluated once per batch, however many people share it. A term costs one lookup of its first
 * words and the places found there, not the number of papers.
 *
 * <h2>What a term meets</h2>
 *
 * <ul>
 *   <li>Whole words, in any case, with or without accents. Stop words are words: {@code the} meets
 *       only itself. A term without a letter or digit meets nothing, never everything.
 *   <li>Inflected forms: singular and plural; {@code -ing} and {@code -ed}; British and American
 *       spelling.
 *   <li>{@code fine-tuning}, {@code fine tuning} and {@code finetuning} are one, in the term and in
 *       the paper, up to three parts; likewise {@code GPT-4} and {@code GPT4}, {@code R^2} and
 *       {@code R²}. Two small words that happen to make up a third do not count: {@code Compounds}.
 *   <li>Symbols only separate, except in {@code C++}, {@code C#} and their kind, which are not
 *       {@code C}: {@code WordScanner}.
 *   <li>A phrase meets neighbouring words, also across commas, slashes, brackets and quotes; not
 *       across the end of a sentence or of the title.
 *   <li>{@code =RAG}: the same characters, symbols and spaces included, as whole words.
 *   <li>{@code grasp*}: every word that begins so, not stemmed; at least two characters. In a
 *       phrase this goes for the last word.
 * </ul>
 *
 * <h2>Abbreviations</h2>
 *
 * <p>A known long form anywhere in a term of words is also met by its short form, written as papers
 * define it, and the other way round: {@code Expansions}. Not in exact terms, not in prefixes.
 */
@NullMarked
package dev.paperboy.match;

import org.jspecify.annotations.NullMarked;
