/**
 * What a paper is: its details as a dump lists them, its identity, its clean text, and the archive
 * that merges many listings of one paper and batches new papers into editions.
 *
 * <p>The way through: {@link dev.paperboy.paper.Listing} comes in, {@link
 * dev.paperboy.paper.PlainText} has cleaned its words, {@code PaperArchive.record} finds or adds
 * the {@link dev.paperboy.paper.Paper}.
 */
@NullMarked
package dev.paperboy.paper;

import org.jspecify.annotations.NullMarked;
