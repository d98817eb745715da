/**
 * Search over all papers: a Lucene index beside the database, made of it and never the only place
 * of anything.
 *
 * <p>The way through: {@link dev.paperboy.search.ArchiveSearch} keeps the index up with the archive
 * and answers; {@code SearchWords} reads what somebody typed; {@code TermLookup} turns each term
 * into a query; {@code WordTokens} says what of a text is indexed.
 *
 * <p>What it promises: papers that a term of an interest meets are found by the same term here, for
 * it is read by the code of {@code match} and {@code text}: the same words, stems, compounds and
 * abbreviations. What differs is rare ({@code SameAsInterestsTest} counts): an exact term of
 * several words does not mind the symbols between them, of a word that could be written apart in
 * very many ways not all are tried, nor all endings of a beginning in the middle of a phrase. Words
 * outside of quotation marks are found anywhere, names of authors and organizations included.
 *
 * <p>Memory does not grow with the archive: the index lies in files that the system maps. A query
 * has bounds of length, words, alternatives and time, so that none can be a burden.
 */
@NullMarked
package dev.paperboy.search;

import org.jspecify.annotations.NullMarked;
