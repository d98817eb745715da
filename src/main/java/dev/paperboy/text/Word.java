package dev.paperboy.text;

/**
 * A whole word of a text.
 *
 * @param start offset of its first character, UTF-16
 * @param end offset after its last character; a possessive {@code 's} is not part of the word
 * @param folded the word without case, accents and Unicode's double forms; not stemmed, never empty
 * @param link what stands between this word and the one before it
 */
public record Word(int start, int end, String folded, Link link) {}
