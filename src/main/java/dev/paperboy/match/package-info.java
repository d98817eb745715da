/**
 * Which papers meet which interests, with a score and the words that prove it. Pure: no database,
 * no clock, no files.
 *
 * <p>The way through: {@link dev.paperboy.match.PaperBatch} has {@link
 * dev.paperboy.text.WordScanner} split titles and abstracts into words and keeps them in a {@code
 * WordTable}, by stem and position. A term becomes a {@code TermPattern}; {@code TermFinder} looks
 * it up; {@code Scorer} weighs what it found. {@link dev.paperboy.match.Highlights} marks the hits
 * in a text.
 *
 * <p>Cost: the papers of a batch are analysed once; each distinct term and each distinct interest
 * is evaluated once per batch, however many people share it. A term costs the positions of its
 * rarest word, not the number of papers.
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
 * <h2>Room for more</h2>
 *
 * <p>Abbreviations learned from the archive will be further patterns of one term, given to {@code
 * TermFinder.find}, which unites what they meet; authors and organisations will be further
 * conditions beside {@code PaperBatch.meeting}.
 */
@NullMarked
package dev.paperboy.match;

import org.jspecify.annotations.NullMarked;
