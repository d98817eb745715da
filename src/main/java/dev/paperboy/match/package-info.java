/**
 * Which papers meet which interests, with a score and the words that prove it. Pure: no database,
 * no clock, no files.
 *
 * <p>Cost: the papers of a batch are analysed once; each distinct term and each distinct interest
 * is evaluated once per batch, however many people share it.
 */
@NullMarked
package dev.paperboy.match;

import org.jspecify.annotations.NullMarked;
