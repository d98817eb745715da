package dev.paperboy.match;

import dev.paperboy.text.Word;

/**
 * A word of a term, as a paper must have it.
 *
 * @param written the short form it must be written as; empty where any form of the word will do
 */
public record TermWord(Word word, String written) {}
