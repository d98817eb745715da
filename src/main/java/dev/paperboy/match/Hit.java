package dev.paperboy.match;

/**
 * The words of a paper that met a term.
 *
 * @param start offset of the first character in the clean title or abstract, UTF-16
 * @param end offset after the last character
 * @param term the term as the reader wrote it
 */
public record Hit(Field field, int start, int end, String term) {}
