package dev.paperboy.digest;

import org.jspecify.annotations.Nullable;

/**
 * A digest as a reader sees it.
 *
 * @param subject one line, at most 150 characters
 * @param html null where the reader wants plain text
 * @param text the same papers and links in the same order; each line is a paragraph
 */
public record RenderedDigest(String subject, @Nullable String html, String text) {}
